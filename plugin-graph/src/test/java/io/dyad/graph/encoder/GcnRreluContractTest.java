package io.dyad.graph.encoder;

class GcnRreluContractTest extends GraphEncoderContract {
  @Override
  protected GcnProvider provider() {
    return new GcnProvider();
  }

  @Override
  protected String options() {
    return "widths = [6, 5], activation = rrelu";
  }

  @Override
  protected boolean isDeterministicInTraining() {
    return false;
  }
}
