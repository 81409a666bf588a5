package io.dyad.vision.encoder;

class MlpContractTest extends BatchStatisticsContract {
  @Override
  protected MlpProvider provider() {
    return new MlpProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5]";
  }
}
