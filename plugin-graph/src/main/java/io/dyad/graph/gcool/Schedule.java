package io.dyad.graph.gcool;

/**
 * The weights of the terms by epoch t, counted from 0:
 *
 * <pre>
 * alpha(t) = max(0, 1 - t / (rate * stride))    of both terms
 * coefficient(t) = exp(-t / stride)             of the density, the rest of the contrast
 * </pre>
 *
 * @param stride in epochs
 * @param rate of alpha
 */
public record Schedule(double stride, double rate) {
  /** Returns the weight of both terms, in [0, 1]. */
  public double alpha(long epoch) {
    return Math.max(0, 1 - epoch / (rate * stride));
  }

  /** Returns the share of the density, in (0, 1]. */
  public double coefficient(long epoch) {
    return Math.exp(-epoch / stride);
  }
}
