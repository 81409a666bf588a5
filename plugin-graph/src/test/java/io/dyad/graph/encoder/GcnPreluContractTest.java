package io.dyad.graph.encoder;

class GcnPreluContractTest extends GraphEncoderContract {
  @Override
  protected GcnProvider provider() {
    return new GcnProvider();
  }

  @Override
  protected String options() {
    return "widths = [3, 6, 5], activation = prelu, bias = false";
  }
}
