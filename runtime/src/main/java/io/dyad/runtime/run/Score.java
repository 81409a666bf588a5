package io.dyad.runtime.run;

import static java.util.Objects.requireNonNull;

/**
 * What a checkpoint is compared by.
 *
 * @param metric {@code EVALUATOR.METRIC}
 * @param value what was measured on the parameters of the checkpoint, finite
 * @param higherIsBetter the metric's direction
 */
public record Score(String metric, double value, boolean higherIsBetter) {
  /** Checks that the value is a number. */
  public Score {
    requireNonNull(metric, "metric");
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(metric + " = " + value + " compares with nothing");
    }
  }

  boolean isBetterThan(Score other) {
    return higherIsBetter ? value > other.value : value < other.value;
  }
}
