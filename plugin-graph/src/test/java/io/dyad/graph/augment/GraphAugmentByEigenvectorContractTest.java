package io.dyad.graph.augment;

class GraphAugmentByEigenvectorContractTest extends GraphAugmentContractTest {
  @Override
  protected String options() {
    return "adaptive = eigenvector, edge-drop = [0.5, 0.5], feature-mask = [0.5, 0.5]";
  }
}
