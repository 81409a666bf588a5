package io.dyad.graph.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Kernel;
import io.dyad.toolkit.view.GraphView;

/**
 * With what probability the edges and features of one view are dropped.
 *
 * @param edges float32, shape (edges), or () where all have the same
 * @param features float32, shape (F), or ()
 */
record DropPlan(NDArray edges, NDArray features) implements AutoCloseable {
  /** Returns a graph without the drawn edges, whose drawn columns of features are zero. */
  GraphView apply(GraphView graph, Draws draws, Kernel kernel) {
    NDArray drawnEdges = draws.uniform("edges", new Shape(graph.edges().getShape().get(1)));
    NDArray drawnColumns = draws.uniform("features", graph.features().getShape().slice(1));
    NDList weights = graph.weights().map(NDList::new).orElseGet(NDList::new);
    NDList left = kernel.call("drop_edges", drawnEdges, edges, graph.edges(), weights);
    NDArray masked =
        kernel.call("mask_features", drawnColumns, features, graph.features()).singletonOrThrow();
    GraphView plain = GraphView.of(masked, left.get(0));
    GraphView view = left.size() > 1 ? plain.weights(left.get(1)) : plain;
    return graph.selected().map(view::select).orElse(view);
  }

  @Override
  public void close() {
    edges.close();
    features.close();
  }
}
