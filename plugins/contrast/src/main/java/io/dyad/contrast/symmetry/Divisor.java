package io.dyad.contrast.symmetry;

/** What the norm of a difference of affinity matrices is divided by. */
public enum Divisor {
  /** Nothing, as published: the norm grows with the number of samples. */
  NONE,
  /** The number of samples. */
  SAMPLES;

  /** Returns the number. */
  public double of(long samples) {
    return this == SAMPLES ? samples : 1;
  }
}
