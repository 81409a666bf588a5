package io.dyad.graph.pot;

import io.dyad.api.Bound;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Default;
import io.dyad.api.Doc;
import io.dyad.graph.augment.Centrality;
import io.dyad.graph.augment.FeatureKind;
import io.dyad.graph.augment.GraphAugmentOptions;
import java.util.List;

/**
 * How {@code graph-augment} drops edges: what the configuration says of the views, said again.
 *
 * @param rates at which edges are dropped, one a view
 * @param adaptive what decides which are dropped more often
 * @param threshold the highest rate of a single edge
 * @param damping of pagerank
 */
public record EdgeDropOptions(
    @Doc("rate at which edges are dropped in each of the two views, as ${views.edge-drop}")
        @Bound("[0, 1]")
        List<Double> rates,
    @Doc("what decides which edges are dropped more often, as ${views.adaptive}") @Default("none")
        Centrality adaptive,
    @Doc("the highest rate of a single edge, where centrality decides, as ${views.threshold}")
        @Default("0.7")
        @Bound("[0, 1]")
        double threshold,
    @Doc("part of the rank that moves along edges, of pagerank, as ${views.damping}")
        @Default("0.85")
        @Bound("[0, 1]")
        double damping) {

  /** Fails unless there are two views. */
  void requireTwo(String part) {
    if (rates.size() != 2) {
      throw new ConfigurationException(
          "%s.drops.rates: compactness is that of two views, got %d rates; give one for each view"
              .formatted(part, rates.size()));
    }
  }

  /** Returns these options as those of the views, which mask no feature. */
  GraphAugmentOptions views() {
    return new GraphAugmentOptions(
        rates, List.of(0.0, 0.0), adaptive, FeatureKind.BINARY, threshold, damping);
  }
}
