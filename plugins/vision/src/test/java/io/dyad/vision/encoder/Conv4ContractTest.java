package io.dyad.vision.encoder;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Mode;
import io.dyad.contract.EncoderContract;
import io.dyad.contract.harness.Size;

class Conv4ContractTest extends EncoderContract {
  @Override
  protected Conv4Provider provider() {
    return new Conv4Provider();
  }

  @Override
  protected String options() {
    return "width = 2";
  }

  @Override
  protected Size size() {
    return new Size(4, 8);
  }

  @Override
  protected Size least() {
    return new Size(4, 8);
  }

  @Override
  protected Shape sample(int width) {
    return new Shape(1, width, width);
  }

  /** Batch statistics. */
  @Override
  protected boolean rowsAreIndependent(Mode mode) {
    return !mode.isTraining();
  }
}
