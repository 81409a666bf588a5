package io.dyad.medical.sepclr;

class SalientAttributesContractTest extends CodesContract {
  @Override
  protected SalientAttributesProvider provider() {
    return new SalientAttributesProvider();
  }

  @Override
  protected String options() {
    return "attributes { size { coordinate = 0 }, kind { coordinate = 2, discrete = true } }";
  }
}
