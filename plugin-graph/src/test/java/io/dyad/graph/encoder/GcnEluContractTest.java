package io.dyad.graph.encoder;

class GcnEluContractTest extends GraphEncoderContract {
  @Override
  protected GcnProvider provider() {
    return new GcnProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5], activation = elu, activate-last = false";
  }
}
