package io.dyad.graph.encoder;

class GcnContractTest extends GraphEncoderContract {
  @Override
  protected GcnProvider provider() {
    return new GcnProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5]";
  }
}
