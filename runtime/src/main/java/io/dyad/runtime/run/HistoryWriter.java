package io.dyad.runtime.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The figures of a run from its first step on: lines of {@code metrics.jsonl}, and an event file
 * for TensorBoard that is made from them.
 */
public final class HistoryWriter implements MetricSink {
  private final JsonLinesSink lines;
  private final FanOut all;

  private HistoryWriter(JsonLinesSink lines, FanOut all) {
    this.lines = lines;
    this.all = all;
  }

  /**
   * Opens the history of a run to go on behind its first lines; what follows them is of an attempt
   * that was cut short, and goes.
   *
   * @param keep how many lines stay; 0 for a run that begins
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be read or written
   */
  public static HistoryWriter open(RunFolder folder, long keep, Clock clock) {
    Path path = folder.metrics();
    JsonLinesSink lines = JsonLinesSink.open(path, keep, clock);
    try {
      TensorBoardSink events =
          TensorBoardSink.replay(folder.path(), MetricHistory.read(path), clock);
      return new HistoryWriter(lines, new FanOut(List.of(lines, events)));
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  @Override
  public void histograms(long step, Map<String, Histogram> values) {
    all.histograms(step, values);
  }

  @Override
  public void scalars(long step, Map<String, Double> values) {
    all.scalars(step, values);
  }

  /** Returns how many lines there are. */
  public long lines() {
    return lines.lines();
  }

  /** Returns when the lines will outlive a loss of power, as a checkpoint does that counts them. */
  public void sync() {
    lines.sync();
  }

  @Override
  public void close() {
    all.close();
  }
}
