package io.dyad.vision.encoder;

class ResNet50ContractTest extends PictureEncoderContract {
  ResNet50ContractTest() {
    super(1, 32);
  }

  @Override
  protected ResNetProvider provider() {
    return new ResNetProvider();
  }

  @Override
  protected String options() {
    return "depth = 50, stem = imagenet, width = 1";
  }
}
