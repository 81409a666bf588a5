package io.dyad.graph.source;

/** What is done to the features of a node. */
public enum Normalization {
  /** They are divided by their sum, or by 1 if that is larger. */
  ROWS,
  /** Nothing. */
  NONE
}
