package io.dyad.graph.meow;

import io.dyad.graph.heterogeneous.CountMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * A weighted graph among N nodes, its edges sorted by target, then source. Edge e carries {@code
 * weights[e]} times what is at {@code sources[e]} to {@code targets[e]}: as a matrix A that is
 * multiplied with features from the left, its row is the target and its column the source.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Adjacency(int nodes, int[] sources, int[] targets, double[] weights) {
  /**
   * Returns {@code D^-1/2 T^T D^-1/2} of kept counts T with row sums D. It is transposed, as in the
   * published code: kept neighbours of a row are those that hear from it. A row without an entry
   * gets 0 and not an infinite factor.
   *
   * @param kept square; not symmetric in general
   */
  public static Adjacency normalised(CountMatrix kept) {
    double[] scale = new double[kept.rowCount()];
    for (int row = 0; row < scale.length; row++) {
      long degree = 0;
      for (int entry = kept.start(row); entry < kept.start(row + 1); entry++) {
        degree += kept.count(entry);
      }
      scale[row] = degree == 0 ? 0 : 1 / Math.sqrt(degree);
    }
    CountMatrix byTarget = kept.transposed();
    int[] targets = byTarget.rowOfEntries();
    int[] sources = new int[targets.length];
    double[] weights = new double[targets.length];
    for (int entry = 0; entry < targets.length; entry++) {
      sources[entry] = byTarget.column(entry);
      weights[entry] = scale[sources[entry]] * byTarget.count(entry) * scale[targets[entry]];
    }
    return new Adjacency(scale.length, sources, targets, weights);
  }

  /**
   * Returns the mean of several graphs among the same nodes, an edge where one of them has any.
   *
   * @param graphs at least one
   */
  public static Adjacency mean(List<Adjacency> graphs) {
    int nodes = graphs.get(0).nodes;
    int room = graphs.stream().mapToInt(Adjacency::size).sum();
    int[] sources = new int[room];
    int[] targets = new int[room];
    double[] weights = new double[room];
    double[] sums = new double[nodes];
    boolean[] joined = new boolean[nodes];
    int[] next = new int[graphs.size()];
    int size = 0;
    for (int target = 0; target < nodes; target++) {
      for (int i = 0; i < next.length; i++) {
        Adjacency graph = graphs.get(i);
        for (; next[i] < graph.size() && graph.targets[next[i]] == target; next[i]++) {
          sums[graph.sources[next[i]]] += graph.weights[next[i]];
          joined[graph.sources[next[i]]] = true;
        }
      }
      for (int source = 0; source < nodes; source++) {
        if (joined[source]) {
          sources[size] = source;
          targets[size] = target;
          weights[size++] = sums[source] / graphs.size();
          sums[source] = 0;
          joined[source] = false;
        }
      }
    }
    return new Adjacency(
        nodes,
        Arrays.copyOf(sources, size),
        Arrays.copyOf(targets, size),
        Arrays.copyOf(weights, size));
  }

  /** Returns how many edges there are. */
  public int size() {
    return sources.length;
  }
}
