package io.dyad.vision.encoder;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Mode;
import io.dyad.contract.EncoderContract;
import io.dyad.contract.harness.Size;

class ResNetZeroInitContractTest extends EncoderContract {
  @Override
  protected ResNetProvider provider() {
    return new ResNetProvider();
  }

  @Override
  protected String options() {
    return "width = 4, zero-init-residual = true";
  }

  /** Behind a scale of 0 nothing moves in the first step. */
  @Override
  protected boolean getsGradient(String parameter) {
    return !parameter.matches(".*\\.(conv[12]\\.weight|norm1\\.(weight|bias))");
  }

  /** The scale of 0 puts the sum of block and shortcut on the kink of the rectifier. */
  @Override
  protected boolean isSmooth(String parameter) {
    return !parameter.matches(".*\\.(layer1\\.0|layer[1-4]\\.1)\\.norm2\\.(weight|bias)");
  }

  @Override
  protected Size size() {
    return new Size(4, 16);
  }

  @Override
  protected Size least() {
    return new Size(4, 16);
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
