package io.dyad.vision.encoder;

class ResNetZeroInitContractTest extends PictureEncoderContract {
  ResNetZeroInitContractTest() {
    super(1, 16);
  }

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
}
