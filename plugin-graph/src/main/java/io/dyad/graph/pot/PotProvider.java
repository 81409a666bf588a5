package io.dyad.graph.pot;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code pot}: a loss of a graph's nodes in two views, mixed with a bound of how close a
 * node stays to its positive under any dropping of edges. It needs an encoder of two graph
 * convolutions with ReLU or PReLU, whole graphs without weights, and edges that are dropped, not
 * added.
 *
 * <p>The nodes of a step are the first of the permutation {@code nodes}.
 */
@Stable
public final class PotProvider implements LossProvider<PotOptions> {
  @Override
  public String name() {
    return "pot";
  }

  @Override
  public String summary() {
    return "another loss and a bound that no dropping of edges parts a node from its positive";
  }

  @Override
  public String source() {
    return "Provable Training for Graph Contrastive Learning, arXiv 2309.13944";
  }

  @Override
  public Class<PotOptions> options() {
    return PotOptions.class;
  }

  @Override
  public Loss create(PotOptions options, Setup setup) {
    options.drops().requireTwo(setup.name());
    return new Pot(setup.create(options.loss(), "loss"), options, setup);
  }
}
