package io.dyad.api;

/**
 * A named figure with its unit and direction.
 *
 * @since 0.1
 */
@Stable
public final class Metric {
  private final String name;
  private final double value;
  private final boolean higherIsBetter;
  private final String unit;

  private Metric(String name, double value, boolean higherIsBetter, String unit) {
    this.name = name;
    this.value = value;
    this.higherIsBetter = higherIsBetter;
    this.unit = unit;
  }

  /**
   * Returns a metric.
   *
   * @param name lower-case-kebab, unique within its evaluator, such as {@code top1}
   * @param value the figure; accuracies and the like as fractions in [0, 1]
   * @param unit such as {@code fraction}, {@code nats}, {@code dB}
   */
  public static Metric of(String name, double value, boolean higherIsBetter, String unit) {
    return new Metric(name, value, higherIsBetter, unit);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the figure. */
  public double value() {
    return value;
  }

  /** Returns the direction. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** Returns the unit. */
  public String unit() {
    return unit;
  }
}
