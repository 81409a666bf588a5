package io.dyad.vision.encoder;

import io.dyad.contract.EncoderContract;

class MlpWithoutNormContractTest extends EncoderContract {
  @Override
  protected MlpProvider provider() {
    return new MlpProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5], batch-norm = false, activate-last = true";
  }
}
