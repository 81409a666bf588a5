package io.dyad.graph.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Targets;
import io.dyad.contract.harness.Trial;
import io.dyad.toolkit.view.GraphView;

/** A ring of sixteen nodes with chords, whose nodes have random words. */
final class SampleGraph {
  static final int NODES = 16;

  private SampleGraph() {}

  /** Returns some of the nodes as samples. */
  static Batch nodes(Trial trial, long... ids) {
    Shape shape = new Shape(NODES, trial.size().width());
    NDArray words = trial.draws().integers("words", 2, shape).toType(trial.type(), false);
    NDArray nodes = trial.harness().manager().create(ids);
    return Batch.of(
        ids,
        GraphView.of(words, trial.harness().manager().create(edges())).select(nodes),
        Targets.of(Targets.LABEL, nodes.mod(3)));
  }

  private static long[][] edges() {
    int chords = NODES / 2;
    long[][] edges = new long[2][2 * (NODES + chords)];
    for (int i = 0; i < NODES + chords; i++) {
      long one = i < NODES ? i : 0;
      long other = i < NODES ? (i + 1) % NODES : 2 + i - NODES;
      edges[0][2 * i] = one;
      edges[1][2 * i] = other;
      edges[0][2 * i + 1] = other;
      edges[1][2 * i + 1] = one;
    }
    return edges;
  }
}
