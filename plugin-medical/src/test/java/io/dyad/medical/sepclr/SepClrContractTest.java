package io.dyad.medical.sepclr;

class SepClrContractTest extends CodesContract {
  @Override
  protected SepClrProvider provider() {
    return new SepClrProvider();
  }
}
