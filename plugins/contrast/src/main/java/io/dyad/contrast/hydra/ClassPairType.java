package io.dyad.contrast.hydra;

/** How the second class of a pair is chosen. */
public enum ClassPairType {
  /** That of another sample of the batch, picked at random. */
  ARBITRARY,
  /** Another class, picked at random among all. */
  DISTINCT,
  /** The same class. */
  IDENTICAL
}
