package io.dyad.vision.encoder;

import io.dyad.contract.EncoderContract;

class MlpEluContractTest extends EncoderContract {
  @Override
  protected MlpProvider provider() {
    return new MlpProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5], batch-norm = false, activation = elu, activate-last = true";
  }
}
