package io.dyad.graph.heterogeneous;

/** What is done to features. */
public enum Normalize {
  /** Each row is divided by its sum where that is above 1. */
  ROWS,
  /** Nothing. */
  NONE
}
