package io.dyad.graph.augment;

/** What the features of a node are, which decides how central a feature is. */
public enum FeatureKind {
  /** Words and the like: a node has a feature or not, whatever the number. */
  BINARY,
  /** Real numbers: a node has as much of a feature as its absolute value says. */
  REAL
}
