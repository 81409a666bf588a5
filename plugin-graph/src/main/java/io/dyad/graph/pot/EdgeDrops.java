package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.toolkit.view.GraphView;

/** With what probability the edges of a graph are dropped in each view. */
record EdgeDrops(GraphView graph, EdgeDropOptions options) {
  /** Returns the bounds of the adjacency under the drops that a view expects. */
  AdjacencyBounds bounds(int view, NDManager manager) {
    return AdjacencyBounds.of(graph, options.rates().get(view), manager);
  }

  /** Returns the probabilities of a view, float32, shape (), or (edges) where they differ. */
  NDArray probabilities(int view, NDManager manager) {
    return manager.create(options.rates().get(view).floatValue());
  }
}
