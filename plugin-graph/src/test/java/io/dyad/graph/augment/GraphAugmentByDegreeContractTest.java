package io.dyad.graph.augment;

class GraphAugmentByDegreeContractTest extends GraphAugmentContractTest {
  @Override
  protected String options() {
    return "adaptive = degree, edge-drop = [0.5, 0.5], feature-mask = [0.5, 0.5]";
  }
}
