package io.dyad.graph.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.View;
import io.dyad.contract.EncoderContract;
import io.dyad.contract.harness.Trial;
import io.dyad.toolkit.view.GraphView;

/** Samples are nodes of one directed, weighted graph. */
abstract class GraphEncoderContract extends EncoderContract {
  private static final int NODES = 20;

  @Override
  protected View view(Trial trial, long... ids) {
    return graph(trial, "graph", 3).select(trial.harness().manager().create(ids));
  }

  /** Returns a graph in which each node but the last sends to the one {@code step} further on. */
  static GraphView graph(Trial trial, String name, int step) {
    NDManager manager = trial.harness().manager();
    DataType type = trial.harness().setup().dataType();
    Shape shape = new Shape(NODES, trial.size().width());
    NDArray features = trial.draws().normal(name, shape).toType(type, false);
    long[] sources = new long[2 * (NODES - 1)];
    long[] targets = new long[sources.length];
    for (int i = 0; i < NODES - 1; i++) {
      sources[i] = i;
      targets[i] = (i + step) % NODES;
      sources[NODES - 1 + i] = i;
      targets[NODES - 1 + i] = (7 * i + step) % NODES;
    }
    NDArray edges = manager.create(new long[][] {sources, targets});
    NDArray weights = trial.draws().uniform(name + " weights", new Shape(sources.length));
    return GraphView.of(features, edges).weights(weights.add(0.1f).toType(type, false));
  }
}
