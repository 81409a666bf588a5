package io.dyad.graph.gcool;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.toolkit.view.GraphView;

/**
 * The equations, in nats. With similarities {@code s(h, c) = exp(h . c / temperature)} or {@code
 * exp(-||h - c||^2 / temperature^2)}, N nodes, rows h and centres c of unit length, an adjacency A:
 *
 * <pre>
 * R_ik = s(h_i, c_k) / sum_l s(h_i, c_l)              h without a gradient
 * F = R^T A R
 * deca = (lambda sum(F) - (N - 1 + lambda) tr(F)) / (N (N - 1)) + tr(R^T R) / (2 N)
 * q_i = argmax_k R_ik,   u_k = mean of h_i with q_i = k       no gradients; no members: u_k = 0
 * contrast(h, u, q) = mean_i -log s(h_i, u_q) / (s(h_i, u_q) + sum over k != q of w_qk s(h_i, u_k))
 * w_qk = exp(-gamma ||u_q - u_k||^2) under rbf, 1 otherwise
 * </pre>
 *
 * <p>The nodes of a view are contrasted with centroids and communities of another. So centres get
 * their gradient from deca alone, and networks from the contrast alone. Costs are O(E K + N K D).
 *
 * <p>The paper speaks of densities of each community and of weights w in general; its authors'
 * code, which is followed here, divides by N (N - 1) and N and has weights under rbf alone.
 */
@Experimental
public final class CommunitiesEquation {
  private final Kernel kernel;
  private final CommunitiesOptions options;

  /** Creates the equations. */
  public CommunitiesEquation(Kernels kernels, CommunitiesOptions options) {
    kernel = kernels.resource(CommunitiesEquation.class, "communities");
    this.options = options;
  }

  /**
   * Returns to which share each node is in each community.
   *
   * @param rows shape (N, D), of unit length
   * @param centers shape (K, D), of any length
   * @return shape (N, K), rows of sum 1, without a gradient to {@code rows}
   */
  public NDArray assignment(NDArray rows, NDArray centers) {
    return kernel
        .call("assignment", rows, centers, options.temperature(), isRbf())
        .singletonOrThrow();
  }

  /**
   * Returns the number of each node's community, the lowest of several that are as good.
   *
   * @param assignment shape (N, K)
   * @return int64, shape (N)
   */
  public NDArray numbers(NDArray assignment) {
    return kernel.call("numbers", assignment).singletonOrThrow();
  }

  /**
   * Returns the density term of one view, which may be negative.
   *
   * @param assignment shape (N, K)
   * @param graph of N nodes
   */
  public NDArray deca(NDArray assignment, GraphView graph) {
    return kernel
        .call("deca", assignment, graph.edges(), weights(graph, assignment), options.interWeight())
        .singletonOrThrow();
  }

  /**
   * Returns the weighted sum of both terms, the means of both over pairs of views, and over views
   * the number of communities without members and the modularity of the assignment.
   *
   * @param rows of the views, shape (N, D) each
   * @param centers shape (K, D)
   * @param alpha the weight of both terms
   * @param coefficient the share of the density
   * @return five scalars
   */
  NDList terms(GraphPairs pairs, NDList rows, NDArray centers, double alpha, double coefficient) {
    NDList edges = new NDList();
    NDList weights = new NDList();
    for (GraphView graph : pairs.graphs()) {
      edges.add(graph.edges());
      weights.add(weights(graph, rows.head()));
    }
    return kernel.call(
        "communities",
        rows,
        edges,
        weights,
        centers,
        pairs.first(),
        pairs.second(),
        options.temperature(),
        isRbf(),
        options.normalize(),
        options.interWeight(),
        options.gamma(),
        alpha,
        coefficient);
  }

  private static NDArray weights(GraphView graph, NDArray like) {
    return graph
        .weights()
        .map(given -> given.toType(like.getDataType(), false))
        .orElseGet(
            () ->
                like.getManager()
                    .ones(graph.edges().getShape().slice(1), like.getDataType(), like.getDevice()));
  }

  private boolean isRbf() {
    return options.similarity() == Similarity.RBF;
  }
}
