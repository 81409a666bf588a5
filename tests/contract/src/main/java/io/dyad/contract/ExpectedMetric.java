package io.dyad.contract;

/**
 * A figure that an evaluator is declared to give.
 *
 * @param name lower-case-kebab, unique within its evaluator
 * @param unit such as {@code fraction}, {@code nats}, {@code dB}
 * @param higherIsBetter its direction
 * @param lowest the least it can be
 * @param highest the most it can be
 */
public record ExpectedMetric(
    String name, String unit, boolean higherIsBetter, double lowest, double highest) {
  /** Returns a fraction in [0, 1], such as an accuracy: more is better. */
  public static ExpectedMetric fraction(String name) {
    return new ExpectedMetric(name, "fraction", true, 0, 1);
  }
}
