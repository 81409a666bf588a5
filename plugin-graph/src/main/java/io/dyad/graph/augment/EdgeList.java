package io.dyad.graph.augment;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Experimental;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The edges of a graph on the heap, for work that is done once: edge e leads from node {@code
 * sources[e]} to node {@code targets[e]}. The arrays are shared, not copied.
 *
 * @param nodes how many nodes there are
 * @param sources nodes in 0 .. nodes - 1
 * @param targets as many nodes
 * @since 0.1
 */
@Experimental
public record EdgeList(int nodes, int[] sources, int[] targets) {
  /** Checks that there are as many targets as sources. */
  public EdgeList {
    if (sources.length != targets.length) {
      throw new IllegalArgumentException(
          sources.length + " sources do not fit " + targets.length + " targets");
    }
  }

  /**
   * Returns the edges of an array.
   *
   * @param edges int64, shape (2, edges)
   */
  public static EdgeList of(long nodes, NDArray edges) {
    long[] all = edges.toLongArray();
    int count = all.length / 2;
    return new EdgeList(
        Math.toIntExact(nodes),
        IntStream.range(0, count).map(e -> Math.toIntExact(all[e])).toArray(),
        IntStream.range(count, all.length).map(e -> Math.toIntExact(all[e])).toArray());
  }

  /** Returns how many edges there are. */
  public int size() {
    return sources.length;
  }

  /** Returns this graph with every edge in both directions, each once, ordered by source. */
  public EdgeList undirected() {
    long[] keys =
        LongStream.concat(
                IntStream.range(0, size()).mapToLong(e -> key(sources[e], targets[e])),
                IntStream.range(0, size()).mapToLong(e -> key(targets[e], sources[e])))
            .sorted()
            .distinct()
            .toArray();
    return new EdgeList(
        nodes,
        Arrays.stream(keys).mapToInt(key -> (int) (key / nodes)).toArray(),
        Arrays.stream(keys).mapToInt(key -> (int) (key % nodes)).toArray());
  }

  private long key(int source, int target) {
    return (long) source * nodes + target;
  }
}
