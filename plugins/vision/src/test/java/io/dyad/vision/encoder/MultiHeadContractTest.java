package io.dyad.vision.encoder;

class MultiHeadContractTest extends BatchStatisticsContract {
  @Override
  protected MultiHeadProvider provider() {
    return new MultiHeadProvider();
  }

  @Override
  protected String options() {
    return "count = 2, head { use = mlp, widths = [6, 5] }";
  }
}
