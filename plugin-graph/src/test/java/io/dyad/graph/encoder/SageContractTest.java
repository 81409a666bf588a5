package io.dyad.graph.encoder;

class SageContractTest extends GraphEncoderContract {
  @Override
  protected SageProvider provider() {
    return new SageProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5]";
  }
}
