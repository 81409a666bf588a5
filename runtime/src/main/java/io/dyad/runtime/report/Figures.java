package io.dyad.runtime.report;

import io.dyad.runtime.run.MetricLine;
import io.dyad.runtime.run.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The outcome of a run: of its summary, or as far as it is. */
final class Figures {
  private static final String EVALUATED = "evaluate/";

  private Figures() {}

  static Map<String, Object> of(ReportedRun run, List<ReportedRun> all) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("gaps", run.gaps());
    data.put("differs", Differences.of(run, all));
    data.put("planned", run.setting("train.epochs").orElse(""));
    run.summary().ifPresentOrElse(summary -> end(data, summary), () -> soFar(data, run));
    return data;
  }

  private static void end(Map<String, Object> data, Summary summary) {
    data.put("experiment", summary.experiment());
    data.put("seed", summary.seed());
    data.put("epochs", summary.epochs());
    data.put("steps", summary.steps());
    data.put("seconds", summary.seconds());
    data.put("samplesPerSecond", summary.samplesPerSecond());
    data.put("peakMemoryBytes", summary.peakMemoryBytes());
    data.put("learned", summary.metrics().learned());
    data.put("untrained", summary.metrics().untrained());
    data.put("input", summary.metrics().input());
    data.put("protocol", summary.protocol());
  }

  private static void soFar(Map<String, Object> data, ReportedRun run) {
    List<MetricLine> lines = run.history().figures();
    run.setting("name").ifPresent(name -> data.put("experiment", name));
    run.setting("seed").ifPresent(seed -> data.put("seed", seed));
    data.put("steps", lines.stream().mapToLong(MetricLine::step).max().orElse(0));
    Optional<MetricLine> first = lines.stream().filter(Figures::isEvaluation).findFirst();
    Optional<MetricLine> last =
        lines.stream().filter(Figures::isEvaluation).reduce((one, next) -> next);
    data.put(
        "untrained", first.filter(line -> line.step() == 0).map(Figures::named).orElse(Map.of()));
    data.put("learned", last.filter(line -> line.step() > 0).map(Figures::named).orElse(Map.of()));
    data.put("input", Map.of());
    data.put("protocol", Map.of());
  }

  private static boolean isEvaluation(MetricLine line) {
    return line.values().keySet().stream().anyMatch(name -> name.startsWith(EVALUATED));
  }

  private static Map<String, Double> named(MetricLine line) {
    Map<String, Double> named = new TreeMap<>();
    line.values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(EVALUATED)) {
                named.put(name.substring(EVALUATED.length()), value);
              }
            });
    return named;
  }
}
