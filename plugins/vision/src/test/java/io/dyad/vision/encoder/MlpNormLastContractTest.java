package io.dyad.vision.encoder;

import io.dyad.api.Mode;
import io.dyad.contract.EncoderContract;

class MlpNormLastContractTest extends EncoderContract {
  @Override
  protected MlpProvider provider() {
    return new MlpProvider();
  }

  @Override
  protected String options() {
    return "widths = [4], batch-norm-last = true, activate-last = true";
  }

  /** Batch statistics. */
  @Override
  protected boolean rowsAreIndependent(Mode mode) {
    return !mode.isTraining();
  }
}
