package io.dyad.contrast.cacr;

/** What moving away from a negative is worth. */
public enum CacrCost {
  /** The squared distance. */
  EUCLIDEAN,
  /** The logarithm of a radial basis function of the squared distance. */
  RBF
}
