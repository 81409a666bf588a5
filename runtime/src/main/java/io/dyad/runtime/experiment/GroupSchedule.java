package io.dyad.runtime.experiment;

/** Whether the learning rate of a group changes over training. */
public enum GroupSchedule {
  /** As {@code train.schedule} says. */
  COMMON,
  /** It stays at its highest, from the first step on. */
  CONSTANT
}
