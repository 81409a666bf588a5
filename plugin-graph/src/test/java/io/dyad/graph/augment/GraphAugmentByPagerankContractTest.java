package io.dyad.graph.augment;

class GraphAugmentByPagerankContractTest extends GraphAugmentContractTest {
  @Override
  protected String options() {
    return "adaptive = pagerank, edge-drop = [0.5, 0.5], feature-mask = [0.5, 0.5]";
  }
}
