package io.dyad.graph.augment;

import io.dyad.api.Batch;
import io.dyad.api.DataException;
import io.dyad.toolkit.view.GraphView;

/** The graph that a batch is of. */
final class Graphs {
  private Graphs() {}

  /**
   * Returns the samples of a batch as a graph.
   *
   * @param generator named in the error
   */
  static GraphView of(Batch batch, String generator) {
    if (batch.samples() instanceof GraphView graph) {
      return graph;
    }
    throw new DataException(
        generator
            + " takes the nodes of a graph, got "
            + batch.samples().getClass().getSimpleName()
            + "; use a graph as data, such as data = graph");
  }
}
