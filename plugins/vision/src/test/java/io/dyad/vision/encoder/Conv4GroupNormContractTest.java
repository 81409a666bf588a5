package io.dyad.vision.encoder;

import io.dyad.api.Mode;

/** One group, since eight pixels leave a single place after three poolings. */
class Conv4GroupNormContractTest extends PictureEncoderContract {
  Conv4GroupNormContractTest() {
    super(1, 8);
  }

  @Override
  protected Conv4Provider provider() {
    return new Conv4Provider();
  }

  @Override
  protected String options() {
    return "width = 2, norm = group, groups = 1";
  }

  @Override
  protected boolean rowsAreIndependent(Mode mode) {
    return true;
  }
}
