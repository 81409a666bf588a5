package io.dyad.runtime.report;

import io.dyad.api.DyadException;
import io.dyad.runtime.run.MetricHistory;
import io.dyad.runtime.run.RunEnvironment;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a run folder holds, as far as it is there and can be read.
 *
 * @param name of the folder
 * @param settings of the effective configuration, in its order
 * @param history of training
 * @param summary if the run has ended
 * @param environment it ran in
 * @param gaps what is missing or broken, each a sentence
 */
public record ReportedRun(
    String name,
    List<Setting> settings,
    MetricHistory history,
    Optional<Summary> summary,
    Optional<RunEnvironment> environment,
    List<String> gaps) {

  /**
   * Reads a run folder.
   *
   * @throws io.dyad.api.ConfigurationException if it is none
   */
  public static ReportedRun read(Path path) {
    RunFolder folder = RunFolder.open(path);
    List<String> gaps = new ArrayList<>();
    List<Setting> settings = read(() -> Setting.read(folder.config()), gaps).orElse(List.of());
    MetricHistory history = MetricHistory.read(folder.metrics());
    if (history.figures().isEmpty()) {
      gaps.add("metrics.jsonl holds no figures yet.");
    }
    if (history.broken() > 0) {
      gaps.add(
          "metrics.jsonl: %d broken %s passed over."
              .formatted(history.broken(), history.broken() == 1 ? "line was" : "lines were"));
    }
    Optional<Summary> summary = Optional.empty();
    if (Files.exists(folder.summary())) {
      summary = read(() -> Summary.read(folder.summary()), gaps);
    } else {
      gaps.add("There is no summary.json: the run is still going, or was stopped.");
    }
    Optional<RunEnvironment> environment = read(folder::readEnvironment, gaps);
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    return new ReportedRun(name, settings, history, summary, environment, gaps);
  }

  private static <T> Optional<T> read(Supplier<T> reader, List<String> gaps) {
    try {
      return Optional.of(reader.get());
    } catch (DyadException e) {
      gaps.add(e.getMessage());
      return Optional.empty();
    }
  }

  /** Returns the value of a setting, if the configuration has it. */
  Optional<String> setting(String key) {
    return settings.stream()
        .filter(setting -> setting.key().equals(key))
        .map(Setting::value)
        .findFirst();
  }
}
