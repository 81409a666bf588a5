package io.dyad.contrast.hydra;

/** Whether there are gates. */
public enum GateKind {
  /** They are learned. */
  LEARNED,
  /** All are open, and no network is there: the control. */
  OPEN
}
