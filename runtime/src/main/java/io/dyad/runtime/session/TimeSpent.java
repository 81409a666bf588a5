package io.dyad.runtime.session;

import io.dyad.runtime.memory.ProcessMemory;
import io.dyad.runtime.run.JsonLinesSink;
import io.dyad.runtime.run.MetricHistory;
import io.dyad.runtime.run.MetricLine;
import io.dyad.runtime.run.RunFolder;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The time that the steps of a run took and the memory it had, over all sessions. What was done
 * after the checkpoint from which a run goes on does not count: it is done again.
 */
final class TimeSpent implements AutoCloseable {
  private static final String SECONDS = "seconds";
  private static final String PEAK = "peak-memory-bytes";

  private final JsonLinesSink sink;
  private final double earlierSeconds;
  private final double earlierPeak;
  private long start;
  private boolean running;
  private double ownSeconds;

  private TimeSpent(JsonLinesSink sink, double earlierSeconds, double earlierPeak) {
    this.sink = sink;
    this.earlierSeconds = earlierSeconds;
    this.earlierPeak = earlierPeak;
  }

  /** Opens what earlier sessions noted, of which one was at this step. */
  static TimeSpent open(RunFolder folder, long step, Clock clock) {
    JsonLinesSink sink = JsonLinesSink.open(folder.times(), Long.MAX_VALUE, clock);
    List<MetricLine> earlier = MetricHistory.read(folder.times()).figures();
    double seconds =
        earlier.stream()
            .filter(line -> line.step() == step)
            .reduce((first, last) -> last)
            .map(line -> line.values().getOrDefault(SECONDS, 0.0))
            .orElse(0.0);
    double peak =
        earlier.stream().mapToDouble(line -> line.values().getOrDefault(PEAK, 0.0)).max().orElse(0);
    return new TimeSpent(sink, seconds, peak);
  }

  void start() {
    start = System.nanoTime();
    running = true;
  }

  void stop() {
    ownSeconds = own();
    running = false;
  }

  /** Notes the time up to a step, before the run is saved there. */
  void note(long step) {
    sink.scalars(step, Map.of(SECONDS, seconds(), PEAK, (double) peak()));
  }

  double seconds() {
    return earlierSeconds + own();
  }

  private double own() {
    return running ? (System.nanoTime() - start) / 1e9 : ownSeconds;
  }

  long peak() {
    return Math.max((long) earlierPeak, ProcessMemory.peak());
  }

  @Override
  public void close() {
    sink.close();
  }
}
