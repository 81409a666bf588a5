package io.dyad.graph.source;

import java.util.Arrays;

/** Collects the edges of a graph; each is held once. */
final class Edges {
  private final int nodes;
  private final boolean directed;
  private long[] keys = new long[1024];
  private int size;

  /** Starts without an edge; undirected edges are held in both directions. */
  Edges(int nodes, boolean directed) {
    this.nodes = nodes;
    this.directed = directed;
  }

  void add(int source, int target) {
    put(source, target);
    if (!directed && source != target) {
      put(target, source);
    }
  }

  private void put(long source, long target) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = target * nodes + source;
  }

  /** Returns sources and targets, sorted by target, then source. */
  long[][] sorted() {
    long[] distinct = Arrays.stream(keys, 0, size).sorted().distinct().toArray();
    long[][] edges = new long[2][distinct.length];
    for (int i = 0; i < distinct.length; i++) {
      edges[0][i] = distinct[i] % nodes;
      edges[1][i] = distinct[i] / nodes;
    }
    return edges;
  }
}
