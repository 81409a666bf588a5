package io.dyad.vision.encoder;

import io.dyad.api.Mode;
import io.dyad.contract.EncoderContract;

class MlpContractTest extends EncoderContract {
  @Override
  protected MlpProvider provider() {
    return new MlpProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5]";
  }

  /** Batch statistics. */
  @Override
  protected boolean rowsAreIndependent(Mode mode) {
    return !mode.isTraining();
  }
}
