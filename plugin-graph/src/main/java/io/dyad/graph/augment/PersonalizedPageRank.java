package io.dyad.graph.augment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which nodes a walk that starts at a node, goes back along edges and stops with probability alpha
 * after each step ends at most often; by pushing what is left along, so that a start costs what it
 * touches and not the whole graph.
 *
 * <p>Source: Andersen, Chung and Lang 2006, for a walk that is not lazy.
 */
final class PersonalizedPageRank {
  private final int nodes;
  private final int[] starts;
  private final int[] neighbours;
  private final double[] steps;
  private final double alpha;
  private final double tolerance;

  private final double[] rank;
  private final double[] left;
  private final int[] queue;
  private final boolean[] queued;

  /**
   * Reads a graph.
   *
   * @param weights of the edges, above 0
   * @param alpha how probable it is to stop
   * @param tolerance what may be left at a node, for each edge that arrives there
   */
  PersonalizedPageRank(EdgeList edges, double[] weights, double alpha, double tolerance) {
    nodes = edges.nodes();
    starts = new int[nodes + 1];
    for (int target : edges.targets()) {
      starts[target + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    neighbours = new int[edges.size()];
    steps = new double[edges.size()];
    int[] next = starts.clone();
    double[] arriving = new double[nodes];
    for (int e = 0; e < edges.size(); e++) {
      int place = next[edges.targets()[e]]++;
      neighbours[place] = edges.sources()[e];
      steps[place] = weights[e];
      arriving[edges.targets()[e]] += weights[e];
    }
    for (int node = 0; node < nodes; node++) {
      for (int place = starts[node]; place < starts[node + 1]; place++) {
        steps[place] /= arriving[node];
      }
    }
    this.alpha = alpha;
    this.tolerance = tolerance;
    rank = new double[nodes];
    left = new double[nodes];
    queue = new int[nodes];
    queued = new boolean[nodes];
  }

  /** A node with how often walks end there. */
  record Entry(int node, double probability) {}

  /**
   * Returns where walks from a node end most often, without the node itself; of equals the first.
   *
   * @param count at most so many
   */
  Entry[] highest(int start, int count) {
    int[] touched = walk(start);
    Entry[] best =
        Arrays.stream(touched)
            .filter(node -> node != start && rank[node] > 0)
            .mapToObj(node -> new Entry(node, rank[node]))
            .sorted(
                Comparator.comparingDouble(Entry::probability)
                    .reversed()
                    .thenComparingInt(Entry::node))
            .limit(count)
            .toArray(Entry[]::new);
    for (int node : touched) {
      rank[node] = 0;
      left[node] = 0;
    }
    return best;
  }

  /** Fills the ranks of a start and returns the nodes whose rank or rest may differ from zero. */
  private int[] walk(int start) {
    IntStream.Builder touched = IntStream.builder();
    left[start] = 1;
    touched.add(start);
    queue[0] = start;
    queued[start] = true;
    int head = 0;
    int size = 1;
    while (size > 0) {
      int node = queue[head];
      head = (head + 1) % nodes;
      size--;
      queued[node] = false;
      double here = left[node];
      left[node] = 0;
      boolean isEnd = starts[node] == starts[node + 1];
      rank[node] += isEnd ? here : alpha * here;
      for (int place = starts[node]; place < starts[node + 1]; place++) {
        int neighbour = neighbours[place];
        if (left[neighbour] == 0 && rank[neighbour] == 0) {
          touched.add(neighbour);
        }
        left[neighbour] += (1 - alpha) * here * steps[place];
        int edges = starts[neighbour + 1] - starts[neighbour];
        if (!queued[neighbour] && left[neighbour] > tolerance * Math.max(1, edges)) {
          queue[(head + size) % nodes] = neighbour;
          queued[neighbour] = true;
          size++;
        }
      }
    }
    return touched.build().toArray();
  }
}
