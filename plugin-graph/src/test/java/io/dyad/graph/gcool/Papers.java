package io.dyad.graph.gcool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.toolkit.view.HeterogeneousGraphView;
import java.util.List;
import java.util.Map;

/** Four papers and more; the first two share an author, the second and third a subject, twice. */
final class Papers {
  private Papers() {}

  static HeterogeneousGraphView of(NDArray features) {
    NDManager manager = features.getManager();
    return HeterogeneousGraphView.of("paper", Map.of("paper", features))
        .metaPath("pap", edges(manager, 0, 1), weights(features, 1, 1, 3), List.of())
        .metaPath("psp", edges(manager, 1, 2), weights(features, 2, 2, 5), List.of());
  }

  /** Returns an edge in both directions, and one from node 3 to itself. */
  private static NDArray edges(NDManager manager, long one, long other) {
    return manager.create(new long[] {one, other, 3, other, one, 3}, new Shape(2, 3));
  }

  private static NDArray weights(NDArray like, float... weights) {
    return like.getManager().create(weights).toType(like.getDataType(), false);
  }
}
