package io.dyad.runtime.cli;

import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints the outcome of a training for a person. */
final class TrainingReport {
  private TrainingReport() {}

  static void print(Console console, Summary summary, RunFolder folder) {
    Map<String, Map<String, Double>> subjects = new LinkedHashMap<>();
    subjects.put("input", summary.metrics().input());
    subjects.put("untrained", summary.metrics().untrained());
    subjects.put("learned", summary.metrics().learned());
    FiguresTable.print(console, subjects);
    console.print(
        String.format(
            Locale.ROOT,
            "%d steps in %.1f s, %.0f samples/s",
            summary.steps(),
            summary.seconds(),
            summary.samplesPerSecond()));
    console.print("run folder: " + folder.path());
  }
}
