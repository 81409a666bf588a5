package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Kernels;
import io.dyad.graph.augment.AdaptiveDrops;
import io.dyad.graph.augment.Centrality;
import io.dyad.toolkit.view.GraphView;
import java.util.List;
import java.util.Optional;

/**
 * With what probability the edges of a graph are dropped in each view.
 *
 * @param rates one a view, the mean of the probabilities
 * @param adaptive how they differ, if they do
 */
record EdgeDrops(GraphView graph, List<Double> rates, Optional<AdaptiveDrops> adaptive) {
  /** Looks at the whole graph if edges are not all alike. */
  static EdgeDrops of(GraphView graph, EdgeDropOptions options, Kernels kernels) {
    Optional<AdaptiveDrops> adaptive =
        options.adaptive() == Centrality.NONE
            ? Optional.empty()
            : Optional.of(AdaptiveDrops.of(graph, options.views(), kernels));
    return new EdgeDrops(graph, options.rates(), adaptive);
  }

  /** Returns the bounds of the adjacency under the drops that a view expects. */
  AdjacencyBounds bounds(int view, NDManager manager) {
    double rate = rates.get(view);
    return adaptive
        .map(drops -> AdjacencyBounds.of(graph, drops.edges(rate), manager))
        .orElseGet(() -> AdjacencyBounds.of(graph, rate, manager));
  }

  /** Returns the probabilities of a view, float32, shape (), or (edges) where they differ. */
  NDArray probabilities(int view, NDManager manager) {
    double rate = rates.get(view);
    return adaptive
        .map(drops -> manager.create(drops.edges(rate)).toType(DataType.FLOAT32, false))
        .orElseGet(() -> manager.create((float) rate));
  }
}
