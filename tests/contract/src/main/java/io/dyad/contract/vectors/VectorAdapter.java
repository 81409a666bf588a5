package io.dyad.contract.vectors;

import io.dyad.contract.harness.Harness;

/** Runs the cases of a method through the real parts. */
public interface VectorAdapter {
  /** Returns whether this adapter knows how to run the case. */
  boolean accepts(VectorCase vector);

  /**
   * Runs a case. Whatever the case expects and the outcome lacks is a failure, and so is a
   * hyperparameter that was not read.
   *
   * @param harness of float64, or of float32 for a case that tells a {@code loss}; closed by the
   *     caller after the comparison
   */
  Outcome run(VectorCase vector, Harness harness);
}
