package io.dyad.contrast.imbalanced;

/** How the share of its samples that a class keeps grows with its number. */
public enum ImbalancedShape {
  /** Class c of C keeps (c + 1) / C. */
  LINEAR,
  /** Shares grow by the same factor, from the smallest share to 1. */
  EXPONENTIAL;

  double share(int label, int classes, double smallest) {
    return this == LINEAR
        ? (label + 1.0) / classes
        : Math.pow(smallest, (classes - 1.0 - label) / Math.max(1, classes - 1));
  }
}
