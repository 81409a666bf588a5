package io.dyad.runtime.experiment;

/** What a bank holds before the first step. */
public enum BankStart {
  /** Nothing. */
  EMPTY,
  /** As many rows as fit, of unit length, in directions drawn from the seed. */
  RANDOM
}
