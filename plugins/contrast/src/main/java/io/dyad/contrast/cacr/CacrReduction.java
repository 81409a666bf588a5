package io.dyad.contrast.cacr;

/** How the samples of a batch are put together in {@code cacr-momentum}. */
public enum CacrReduction {
  /** As in the released code: the mean for the rbf cost, the sum for the Euclidean one. */
  AS_RELEASED,
  /** The mean. */
  MEAN
}
