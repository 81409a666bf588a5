package io.dyad.graph.gcool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.toolkit.view.GraphView;

/** Graphs in which an edge leads from each node to the next, and from the last to the first. */
final class RingGraphs {
  private RingGraphs() {}

  static GraphView of(NDArray features) {
    int nodes = Math.toIntExact(features.getShape().get(0));
    long[] ends = new long[2 * nodes];
    for (int node = 0; node < nodes; node++) {
      ends[node] = node;
      ends[nodes + node] = (node + 1) % nodes;
    }
    return GraphView.of(features, features.getManager().create(ends, new Shape(2, nodes)));
  }
}
