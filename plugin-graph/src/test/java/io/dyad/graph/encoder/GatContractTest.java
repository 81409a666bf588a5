package io.dyad.graph.encoder;

class GatContractTest extends GraphEncoderContract {
  @Override
  protected GatProvider provider() {
    return new GatProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 4], heads = 2";
  }
}
