package io.dyad.contrast.bacon;

import io.dyad.contract.EncoderContract;

class CosineClassifierContractTest extends EncoderContract {
  @Override
  protected CosineClassifierProvider provider() {
    return new CosineClassifierProvider();
  }

  @Override
  protected String options() {
    return "classes = 4";
  }
}
