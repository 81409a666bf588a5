package io.dyad.vision.encoder;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Mode;
import io.dyad.contract.EncoderContract;
import io.dyad.contract.harness.Size;

class ResNet50ContractTest extends EncoderContract {
  @Override
  protected ResNetProvider provider() {
    return new ResNetProvider();
  }

  @Override
  protected String options() {
    return "depth = 50, stem = imagenet, width = 1";
  }

  @Override
  protected Size size() {
    return new Size(4, 32);
  }

  @Override
  protected Size least() {
    return new Size(4, 32);
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
