package io.dyad.toolkit.cluster;

import io.dyad.api.Stable;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Assigns rows to columns one to one so that the sum of their gains is largest, by the Hungarian
 * algorithm (Kuhn 1955, Munkres 1957): which cluster is which class.
 *
 * @since 0.1
 */
@Stable
public final class Assignment {
  private Assignment() {}

  /**
   * Returns the column of each row. Of several best assignments the same one is found every time.
   *
   * @param gains finite numbers, a row or more, no more rows than columns, all rows equally long
   * @throws IllegalArgumentException if they are not
   */
  public static int[] largest(double[][] gains) {
    int rows = gains.length;
    int columns = rows == 0 ? 0 : gains[0].length;
    if (rows == 0 || rows > columns) {
      throw new IllegalArgumentException(
          "%d rows cannot have a column of their own among %d".formatted(rows, columns));
    }
    Graph<Integer, DefaultWeightedEdge> graph = graph(gains, columns);
    Map<Integer, Integer> chosen = new TreeMap<>();
    for (DefaultWeightedEdge edge :
        new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(
                graph, numbers(0, columns), numbers(columns, 2 * columns))
            .getMatching()) {
      chosen.put(graph.getEdgeSource(edge), graph.getEdgeTarget(edge) - columns);
    }
    return chosen.values().stream().limit(rows).mapToInt(Integer::intValue).toArray();
  }

  /** The algorithm wants as many rows as columns: those that are missing gain nothing anywhere. */
  private static Graph<Integer, DefaultWeightedEdge> graph(double[][] gains, int columns) {
    Graph<Integer, DefaultWeightedEdge> graph =
        new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    numbers(0, 2 * columns).forEach(graph::addVertex);
    for (int row = 0; row < columns; row++) {
      if (row < gains.length && gains[row].length != columns) {
        throw new IllegalArgumentException(
            "row %d has %d gains instead of %d".formatted(row, gains[row].length, columns));
      }
      for (int column = 0; column < columns; column++) {
        double gain = row < gains.length ? gains[row][column] : 0;
        if (!Double.isFinite(gain)) {
          throw new IllegalArgumentException(
              "the gain of row %d in column %d is %s".formatted(row, column, gain));
        }
        graph.setEdgeWeight(graph.addEdge(row, columns + column), -gain);
      }
    }
    return graph;
  }

  private static Set<Integer> numbers(int from, int to) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (int i = from; i < to; i++) {
      numbers.add(i);
    }
    return numbers;
  }
}
