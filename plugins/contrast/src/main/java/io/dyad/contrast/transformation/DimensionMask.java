package io.dyad.contrast.transformation;

/** Which shares are drawn for every number of a row instead of once a step. */
public enum DimensionMask {
  /** None. */
  NONE,
  /** Those of positives. */
  POS,
  /** Those of negatives. */
  NEG,
  /** Both. */
  BOTH;

  boolean positives() {
    return this == POS || this == BOTH;
  }

  boolean negatives() {
    return this == NEG || this == BOTH;
  }
}
