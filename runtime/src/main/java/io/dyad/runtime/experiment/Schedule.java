package io.dyad.runtime.experiment;

/** How the momentum of a twin changes over training. */
public enum Schedule {
  /** It stays. */
  CONSTANT,
  /** It rises to 1 along half a cosine. */
  COSINE
}
