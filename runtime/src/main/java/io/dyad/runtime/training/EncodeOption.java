package io.dyad.runtime.training;

/** When the networks of a step with several phases run. */
public enum EncodeOption {
  /** Once a step; a phase's own networks run again after it moved them. */
  ONCE,
  /** For every update, with dropout of its own; the views stay those of the step. */
  ANEW
}
