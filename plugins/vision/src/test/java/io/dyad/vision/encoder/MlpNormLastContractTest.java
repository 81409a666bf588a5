package io.dyad.vision.encoder;

class MlpNormLastContractTest extends BatchStatisticsContract {
  @Override
  protected MlpProvider provider() {
    return new MlpProvider();
  }

  @Override
  protected String options() {
    return "widths = [4], batch-norm-last = true, activate-last = true";
  }
}
