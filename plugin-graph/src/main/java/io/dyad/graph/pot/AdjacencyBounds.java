package io.dyad.graph.pot;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Experimental;
import io.dyad.toolkit.view.GraphView;
import java.util.function.UnaryOperator;

/**
 * Bounds of every entry of a graph's normalised adjacency D^-1/2 (A + I) D^-1/2 when nodes may lose
 * some of the edges that enter them, as numbers of nodes: entry (i, j) is at most {@code scale[i]
 * scale[j]} where the graph has an edge or i is j, else zero; from below only the entries (i, i)
 * are sure, at {@code sure[i]}.
 *
 * <p>Node i may lose the drops that are expected there, rounded (half to even), but keeps one edge.
 *
 * @param scale one over the root of the least degree, a node counted as its own neighbour, shape
 *     (nodes, 1)
 * @param sure one over the whole degree, counted likewise, shape (nodes, 1)
 */
@Experimental
public record AdjacencyBounds(NDArray scale, NDArray sure) {
  /** Returns the bounds of a graph whose edges are all dropped with the same probability. */
  public static AdjacencyBounds of(GraphView graph, double dropRate, NDManager manager) {
    long[] degrees = degrees(graph);
    double[] expected = new double[degrees.length];
    for (int node = 0; node < degrees.length; node++) {
      expected[node] = dropRate * degrees[node];
    }
    return of(degrees, expected, graph.features().getDataType(), manager);
  }

  /**
   * Returns the bounds of a graph whose edges are dropped with probabilities of their own.
   *
   * @param probabilities in the order of the graph's edges, shape (edges)
   */
  public static AdjacencyBounds of(GraphView graph, NDArray probabilities, NDManager manager) {
    long[] targets = targets(graph);
    double[] dropped = probabilities.toType(DataType.FLOAT64, false).toDoubleArray();
    double[] expected = new double[Math.toIntExact(graph.nodes())];
    for (int edge = 0; edge < targets.length; edge++) {
      expected[(int) targets[edge]] += dropped[edge];
    }
    return of(degrees(graph), expected, graph.features().getDataType(), manager);
  }

  /** Returns the same bounds over arrays that something was done to, such as keeping them. */
  AdjacencyBounds each(UnaryOperator<NDArray> change) {
    return new AdjacencyBounds(change.apply(scale), change.apply(sure));
  }

  private static AdjacencyBounds of(
      long[] degrees, double[] expected, DataType type, NDManager manager) {
    double[] scale = new double[degrees.length];
    double[] sure = new double[degrees.length];
    for (int node = 0; node < degrees.length; node++) {
      double lost = Math.min(Math.max(degrees[node] - 1, 0), Math.rint(expected[node]));
      scale[node] = 1 / Math.sqrt(degrees[node] + 1 - lost);
      sure[node] = 1.0 / (degrees[node] + 1);
    }
    Shape shape = new Shape(degrees.length, 1);
    return new AdjacencyBounds(
        manager.create(scale, shape).toType(type, false),
        manager.create(sure, shape).toType(type, false));
  }

  private static long[] degrees(GraphView graph) {
    long[] degrees = new long[Math.toIntExact(graph.nodes())];
    for (long target : targets(graph)) {
      degrees[(int) target]++;
    }
    return degrees;
  }

  private static long[] targets(GraphView graph) {
    return graph.edges().get(1).toLongArray();
  }
}
