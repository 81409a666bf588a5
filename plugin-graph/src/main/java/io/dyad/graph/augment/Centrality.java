package io.dyad.graph.augment;

/** What decides which edges and features are dropped more often. */
public enum Centrality {
  /** Nothing: all are dropped at the same rate. */
  NONE,
  /** How many neighbours a node has. */
  DEGREE,
  /** The entries of the adjacency's first eigenvector. */
  EIGENVECTOR,
  /** PageRank: 200 steps for edges, 10 for features. */
  PAGERANK
}
