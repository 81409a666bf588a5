package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.View;
import io.dyad.toolkit.view.GraphView;

/** The graphs that the bound is about: all nodes, edges without weights. */
final class WholeGraph {
  private WholeGraph() {}

  /**
   * Returns a view as such a graph.
   *
   * @param part who asks, for messages
   * @param what the view is
   */
  static GraphView of(View view, String part, String what) {
    if (!(view instanceof GraphView graph)) {
      throw new ConfigurationException(
          "%s reads a graph, but %s is a %s; choose data and views of graphs"
              .formatted(part, what, view.getClass().getSimpleName()));
    }
    if (graph.selected().isPresent()) {
      throw new ConfigurationException(
          "%s reads all nodes of a graph, but %s has %d of %d; let the data give all in one batch"
              .formatted(part, what, graph.rows(), graph.nodes()));
    }
    if (graph.weights().isPresent()) {
      throw new ConfigurationException(
          "%s bounds what dropped edges can do, but the edges of %s have weights; choose views that drop edges, such as graph-augment"
              .formatted(part, what));
    }
    return graph;
  }

  /** Returns the clean graph, after a look at all edges. */
  static GraphView clean(View view, String part) {
    GraphView graph = of(view, part, "the training data");
    if (graph.nodes() < 2) {
      throw new DataException(
          part + " compares a node with others, but the graph has " + graph.nodes() + " node");
    }
    NDArray loops = graph.edges().get(0).eq(graph.edges().get(1));
    long count = loops.toType(DataType.INT64, false).sum().getLong();
    if (count > 0) {
      throw new DataException(
          "%s adds a self-loop to every node itself, but the graph has %d; leave them out of the data"
              .formatted(part, count));
    }
    return graph;
  }
}
