package io.dyad.runtime.run;

import java.util.Map;

/** Where the figures of training go. Not for several threads at once. */
public interface MetricSink extends AutoCloseable {
  /**
   * Keeps figures of one step; when this returns, another process can read them.
   *
   * @param values by name, such as {@code loss/contrast} or {@code epoch}
   * @throws io.dyad.api.DyadException naming path and cause if they cannot be written
   */
  void scalars(long step, Map<String, Double> values);

  /** Keeps one figure of one step. */
  default void scalar(String name, long step, double value) {
    scalars(step, Map.of(name, value));
  }

  /**
   * Keeps histograms of one step, as {@link #scalars} keeps figures.
   *
   * @param values by name, such as {@code similarity/positive}
   */
  void histograms(long step, Map<String, Histogram> values);

  @Override
  void close();
}
