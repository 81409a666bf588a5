package io.dyad.graph.gcool;

/** The same by distances. */
class CommunitiesRbfContractTest extends CommunitiesContractTest {
  @Override
  protected String options() {
    return "communities = 3, similarity = rbf, gamma = 0.3, temperature = 0.8";
  }
}
