package io.dyad.runtime.report;

import io.dyad.runtime.run.MetricLine;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many samples were trained on in a second, epoch by epoch, of the times at which lines were
 * written: from the last line before an epoch to the line at its end. Figures of wall time are no
 * figures of training, which are the same whenever it is repeated.
 */
final class Throughput {
  private static final String END_OF_EPOCH = "representation/";

  private Throughput() {}

  static List<Point> of(ReportedRun run) {
    List<Point> points = new ArrayList<>();
    double batch = samplesOfStep(run);
    List<MetricLine> lines = run.history().figures();
    MetricLine before = null;
    long reached = 0;
    for (int i = 0; i < lines.size() && batch > 0; i++) {
      MetricLine line = lines.get(i);
      if (endsEpoch(line)) {
        double seconds = before == null ? 0 : seconds(before, line);
        if (seconds > 0 && line.step() > reached) {
          points.add(new Point(line.step(), (line.step() - reached) * batch / seconds));
        }
        reached = line.step();
      }
      if (endsEpoch(line) || line.step() == reached && isNoStep(line)) {
        before = line;
      }
    }
    return points;
  }

  /** As counted, or as configured while nothing has ended: a source may make batches of its own. */
  private static double samplesOfStep(ReportedRun run) {
    return run.summary()
        .filter(summary -> summary.steps() > 0 && summary.samplesPerSecond() > 0)
        .map(summary -> summary.samplesPerSecond() * summary.seconds() / summary.steps())
        .or(() -> run.setting("train.batch-size").map(Double::parseDouble))
        .orElse(0.0);
  }

  /** Returns how many steps an epoch has; 0 if none has ended. */
  static long stepsPerEpoch(List<MetricLine> lines) {
    return lines.stream()
        .filter(Throughput::endsEpoch)
        .filter(line -> line.values().containsKey("epoch"))
        .mapToLong(line -> Math.round(line.step() / (line.values().getOrDefault("epoch", 0.0) + 1)))
        .findFirst()
        .orElse(0);
  }

  private static boolean endsEpoch(MetricLine line) {
    return line.values().keySet().stream().anyMatch(name -> name.startsWith(END_OF_EPOCH));
  }

  private static boolean isNoStep(MetricLine line) {
    return line.values().keySet().stream().noneMatch(name -> name.startsWith("train/"));
  }

  private static double seconds(MetricLine from, MetricLine to) {
    try {
      return Duration.between(Instant.parse(from.time()), Instant.parse(to.time())).toNanos() / 1e9;
    } catch (DateTimeException unreadable) {
      return 0;
    }
  }
}
