package io.dyad.contrast.hydra;

/** Where a gate acts. */
public enum Gating {
  /** On rows of unit length: closed dimensions lower a similarity. */
  NORMALISE_THEN_GATE,
  /** On rows as they are: similarities are cosines of what passes. */
  GATE_THEN_NORMALISE
}
