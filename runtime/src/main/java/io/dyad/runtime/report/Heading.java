package io.dyad.runtime.report;

import io.dyad.runtime.run.MetricLine;
import java.util.List;
import java.util.stream.Collectors;

/** What a page about runs is called. */
final class Heading {
  private Heading() {}

  static String title(List<ReportedRun> runs) {
    return runs.size() == 1 ? runs.get(0).name() : runs.size() + " runs compared";
  }

  static String subtitle(List<ReportedRun> runs) {
    if (runs.size() > 1) {
      return runs.stream().map(ReportedRun::name).collect(Collectors.joining(", "));
    }
    ReportedRun run = runs.get(0);
    String ended = run.summary().isPresent() ? "ended" : "last heard of";
    List<MetricLine> lines = run.history().figures();
    String when = lines.isEmpty() ? "" : ", " + ended + " " + minute(lines.get(lines.size() - 1));
    return "A run of " + run.setting("name").orElse("an experiment") + when;
  }

  private static String minute(MetricLine line) {
    return line.time().replace('T', ' ').replaceFirst("(:\\d\\d):.*", "$1 UTC");
  }
}
