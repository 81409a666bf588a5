package io.dyad.vision.encoder;

class Conv4ContractTest extends PictureEncoderContract {
  Conv4ContractTest() {
    super(1, 8);
  }

  @Override
  protected Conv4Provider provider() {
    return new Conv4Provider();
  }

  @Override
  protected String options() {
    return "width = 2";
  }
}
