package io.dyad.graph.augment;

import io.dyad.api.Experimental;
import java.util.Arrays;

/**
 * How central the nodes of an undirected graph are, one number a node. Each takes edges in both
 * directions ({@link EdgeList#undirected}).
 *
 * <p>Source: Zhu et al. 2021 (GCA), section 3.2, in the forms of the authors' code.
 *
 * @since 0.1
 */
@Experimental
public final class Centralities {
  private static final int MOST_ITERATIONS = 5000;
  private static final double CONVERGED = 1e-13;
  private static final double LEAST_EIGENVECTOR = 1e-8;

  private Centralities() {}

  /** Returns how many edges arrive at each node. */
  public static double[] degree(EdgeList edges) {
    double[] degrees = new double[edges.nodes()];
    for (int target : edges.targets()) {
      degrees[target]++;
    }
    return degrees;
  }

  /**
   * Returns PageRank after some steps from ones. As in the authors' code, what does not move along
   * edges stays where it is, instead of being spread over all nodes.
   *
   * @param damping the part that moves along edges, 0.85 in the paper
   */
  public static double[] pageRank(EdgeList edges, double damping, int steps) {
    double[] degrees = degree(edges);
    double[] rank = new double[edges.nodes()];
    Arrays.fill(rank, 1);
    for (int step = 0; step < steps; step++) {
      double[] next = new double[rank.length];
      for (int e = 0; e < edges.size(); e++) {
        int source = edges.sources()[e];
        next[edges.targets()[e]] += rank[source] / degrees[source];
      }
      for (int node = 0; node < rank.length; node++) {
        next[node] = (1 - damping) * rank[node] + damping * next[node];
      }
      rank = next;
    }
    return rank;
  }

  /**
   * Returns the eigenvector of the adjacency's largest eigenvalue, of unit length, plus 1e-8.
   *
   * <p>A power iteration of the adjacency plus half its largest eigenvalue, as estimated so far: a
   * bipartite graph, whose eigenvalues come in pairs of both signs, converges as well. In a graph
   * of several components all but the strongest end near zero.
   */
  public static double[] eigenvector(EdgeList edges) {
    double[] vector = new double[edges.nodes()];
    Arrays.fill(vector, 1 / Math.sqrt(vector.length));
    double change = 1;
    for (int i = 0; i < MOST_ITERATIONS && change > CONVERGED; i++) {
      double[] next = shifted(edges, vector);
      change = distance(vector, next);
      vector = next;
    }
    return Arrays.stream(vector).map(value -> value + LEAST_EIGENVECTOR).toArray();
  }

  private static double[] shifted(EdgeList edges, double[] vector) {
    double[] product = new double[vector.length];
    for (int e = 0; e < edges.size(); e++) {
      product[edges.targets()[e]] += vector[edges.sources()[e]];
    }
    double shift = length(product) / 2;
    if (shift == 0) {
      return vector;
    }
    for (int node = 0; node < vector.length; node++) {
      product[node] += shift * vector[node];
    }
    double scale = 1 / length(product);
    return Arrays.stream(product).map(value -> value * scale).toArray();
  }

  private static double length(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
  }

  private static double distance(double[] one, double[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] - other[i]));
    }
    return largest;
  }
}
