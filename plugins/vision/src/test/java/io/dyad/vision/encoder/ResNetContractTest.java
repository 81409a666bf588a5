package io.dyad.vision.encoder;

class ResNetContractTest extends PictureEncoderContract {
  ResNetContractTest() {
    super(3, 8);
  }

  @Override
  protected ResNetProvider provider() {
    return new ResNetProvider();
  }

  @Override
  protected String options() {
    return "width = 2";
  }
}
