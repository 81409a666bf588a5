package io.dyad.vision.encoder;

import io.dyad.api.Mode;

class ResNetGroupNormContractTest extends PictureEncoderContract {
  ResNetGroupNormContractTest() {
    super(3, 16);
  }

  @Override
  protected ResNetProvider provider() {
    return new ResNetProvider();
  }

  @Override
  protected String options() {
    return "width = 2, norm = group, groups = 2";
  }

  @Override
  protected boolean rowsAreIndependent(Mode mode) {
    return true;
  }
}
