package io.dyad.vision.source;

/** Whether decoded images stay in memory. */
public enum Resident {
  /** They stay if they take no more than a quarter of the memory that is free. */
  AUTO,
  /** All are decoded before training. */
  YES,
  /** Each is decoded when a batch needs it. */
  NO
}
