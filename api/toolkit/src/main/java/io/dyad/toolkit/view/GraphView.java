package io.dyad.toolkit.view;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Stable;
import io.dyad.api.StackableView;
import io.dyad.api.View;
import java.util.List;
import java.util.Optional;

/**
 * A directed graph with features on its nodes: column e of the edges leads from node {@code
 * edges[0, e]} to node {@code edges[1, e]}, and messages flow that way. An undirected graph lists
 * both directions. Self-loops and degrees are the encoder's business.
 *
 * <p>The samples of a view are its {@linkplain #selected selected nodes}, or all nodes: an encoder
 * reads the whole graph and returns one row a sample, in that order. So a batch may be some nodes
 * of one large graph. Stacked graphs are put side by side without edges between them.
 *
 * @since 0.1
 */
@Stable
public final class GraphView implements StackableView {
  private final NDArray features;
  private final NDArray edges;
  private final Optional<NDArray> weights;
  private final Optional<NDArray> selected;

  private GraphView(
      NDArray features, NDArray edges, Optional<NDArray> weights, Optional<NDArray> selected) {
    this.features = features;
    this.edges = edges;
    this.weights = weights;
    this.selected = selected;
  }

  /**
   * Returns a view of a graph whose edges all weigh 1 and whose nodes all are samples.
   *
   * @param features shape (nodes, F)
   * @param edges int64, shape (2, edges), ids of nodes; the values are not read here
   * @throws IllegalArgumentException if an array has another shape or type
   */
  public static GraphView of(NDArray features, NDArray edges) {
    require(features.getShape().dimension() == 2, "features (nodes, F)", features);
    require(
        edges.getShape().dimension() == 2 && edges.getShape().get(0) == 2 && isInt64(edges),
        "int64 edges (2, edges)",
        edges);
    return new GraphView(features, edges, Optional.empty(), Optional.empty());
  }

  /** Returns a copy whose edges have these weights, shape (edges). */
  public GraphView weights(NDArray values) {
    require(
        values.getShape().equals(new Shape(edges.getShape().get(1))), "weights (edges)", values);
    return new GraphView(features, edges, Optional.of(values), selected);
  }

  /** Returns a copy whose samples are these nodes, int64, shape (samples). */
  public GraphView select(NDArray nodes) {
    require(nodes.getShape().dimension() == 1 && isInt64(nodes), "int64 node ids (samples)", nodes);
    return new GraphView(features, edges, weights, Optional.of(nodes));
  }

  /** Returns the features, shape (nodes, F). */
  public NDArray features() {
    return features;
  }

  /** Returns the edges, int64, shape (2, edges). */
  public NDArray edges() {
    return edges;
  }

  /** Returns the weights of the edges if they are not all 1, shape (edges). */
  public Optional<NDArray> weights() {
    return weights;
  }

  /** Returns the nodes that are samples, int64, if not all are. */
  public Optional<NDArray> selected() {
    return selected;
  }

  /** Returns how many nodes the graph has. */
  public long nodes() {
    return features.getShape().get(0);
  }

  @Override
  public NDList tensors() {
    NDList tensors = new NDList(features, edges);
    weights.ifPresent(tensors::add);
    selected.ifPresent(tensors::add);
    return tensors;
  }

  /** Returns the features of the selected nodes. */
  @Override
  public NDArray input() {
    return selected.map(features::get).orElse(features);
  }

  @Override
  public GraphView with(NDList tensors) {
    GraphView view = of(tensors.get(0), tensors.get(1));
    if (weights.isPresent()) {
      view = view.weights(tensors.get(2));
    }
    return selected.isPresent() ? view.select(tensors.get(tensors.size() - 1)) : view;
  }

  @Override
  public long rows() {
    return selected.map(NDArray::size).orElse(nodes());
  }

  @Override
  public boolean stacks(View other) {
    return other instanceof GraphView that
        && features.getShape().get(1) == that.features.getShape().get(1)
        && features.getDataType() == that.features.getDataType()
        && weights.isPresent() == that.weights.isPresent()
        && selected.isPresent() == that.selected.isPresent();
  }

  @Override
  public GraphView stack(List<? extends StackableView> others) {
    NDList all = tensors();
    long offset = nodes();
    for (StackableView view : others) {
      GraphView graph = (GraphView) view;
      NDList shifted = graph.shifted(offset);
      NDList joined = new NDList();
      for (int i = 0; i < all.size(); i++) {
        joined.add(NDArrays.concat(new NDList(all.get(i), shifted.get(i)), i == 1 ? 1 : 0));
      }
      all = joined;
      offset += graph.nodes();
    }
    return with(all);
  }

  private NDList shifted(long offset) {
    NDList tensors = new NDList(features, edges.add(offset));
    weights.ifPresent(tensors::add);
    selected.ifPresent(nodes -> tensors.add(nodes.add(offset)));
    return tensors;
  }

  private static boolean isInt64(NDArray array) {
    return array.getDataType() == DataType.INT64;
  }

  private static void require(boolean holds, String wanted, NDArray got) {
    if (!holds) {
      throw new IllegalArgumentException(
          "a graph takes " + wanted + ", got " + got.getDataType() + " " + got.getShape());
    }
  }
}
