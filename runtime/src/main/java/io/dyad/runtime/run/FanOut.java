package io.dyad.runtime.run;

import java.util.List;
import java.util.Map;

/** Passes every figure to several sinks, in their order. */
public final class FanOut implements MetricSink {
  private final List<MetricSink> sinks;

  /** Creates a sink over others, which it closes. */
  public FanOut(List<MetricSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  @Override
  public void scalars(long step, Map<String, Double> values) {
    sinks.forEach(sink -> sink.scalars(step, values));
  }

  @Override
  public void histograms(long step, Map<String, Histogram> values) {
    sinks.forEach(sink -> sink.histograms(step, values));
  }

  /** Closes all, also when one fails; the first failure is thrown. */
  @Override
  public void close() {
    closeFrom(0);
  }

  private void closeFrom(int index) {
    if (index < sinks.size()) {
      try (MetricSink sink = sinks.get(index)) {
        closeFrom(index + 1);
      }
    }
  }
}
