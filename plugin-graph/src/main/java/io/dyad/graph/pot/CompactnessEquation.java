package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The node compactness of a view: a lower bound of how much nearer the representation of a node
 * stays to its partner than to the mean of the others' partners, whatever edges are dropped within
 * a budget.
 *
 * <p>Where the paper bounds the hidden layer by what bounds the first, its authors' code, followed
 * here, takes the hidden layer of the clean graph, and mixes scores of nodes over the edges that a
 * view kept, from target to source. So it is not a strict certificate.
 *
 * <p>Gradients flow through all arrays; the slope of the activation enters as a plain number.
 */
@Experimental
public final class CompactnessEquation {
  private final Kernel kernel;

  /** Creates the equation. */
  public CompactnessEquation(Kernels kernels) {
    kernel = kernels.resource(CompactnessEquation.class, "node-compactness");
  }

  /**
   * Returns the compactness of some nodes, and what it is made of.
   *
   * @param layers on the clean graph
   * @param bounds of the clean graph's adjacency
   * @param clean edges of the clean graph, int64, shape (2, E)
   * @param dropped edges that the view kept, int64, shape (2, E')
   * @param partners representations of all nodes in the other view, shape (nodes, width)
   * @param chosen the nodes, at least two, int64, shape (n)
   */
  public Compactness of(
      CleanLayers layers,
      AdjacencyBounds bounds,
      NDArray clean,
      NDArray dropped,
      NDArray partners,
      NDArray chosen) {
    return new Compactness(
        kernel.call(
            "compactness",
            layers.mapped(),
            layers.hidden(),
            layers.second(),
            layers.firstBias(),
            layers.secondBias(),
            layers.slope(),
            partners,
            chosen,
            bounds.scale(),
            bounds.sure(),
            clean,
            dropped));
  }

  /** Returns the mean of softplus(-score), in the stable form, shape (). */
  public NDArray cost(NDArray score) {
    return kernel.call("cost", score).singletonOrThrow();
  }

  /** Returns which share of scores is above zero, shape (). */
  public NDArray share(NDArray score) {
    return kernel.call("share", score).singletonOrThrow();
  }

  /**
   * Returns the product of the greatest adjacency with rows of all nodes, shape (nodes, columns).
   *
   * @param clean edges of the clean graph, int64, shape (2, E)
   */
  public NDArray greatest(NDArray rows, AdjacencyBounds bounds, NDArray clean) {
    return kernel.call("upper", rows, bounds.scale(), clean).singletonOrThrow();
  }
}
