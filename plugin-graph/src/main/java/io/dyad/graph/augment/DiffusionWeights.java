package io.dyad.graph.augment;

/** How the weights of a diffused graph are scaled. */
public enum DiffusionWeights {
  /** Those that arrive at a node add up to 1. */
  ROWS,
  /** Divided by the roots of what arrives at the target and of what leaves the source. */
  SYMMETRIC,
  /** Not at all: how often a walk from the target ends at the source. */
  NONE
}
