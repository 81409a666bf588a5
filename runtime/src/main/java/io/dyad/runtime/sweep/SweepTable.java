package io.dyad.runtime.sweep;

import java.util.List;
import java.util.Map;

/**
 * What the runs of a sweep found; {@code table.json}, and as Markdown {@code table.md}.
 *
 * @param name of the sweep
 * @param columns figures that are shown
 * @param baselines figures without training
 * @param rows figures of what was trained, in the order of the plan
 */
public record SweepTable(
    String name, List<String> columns, List<Baseline> baselines, List<Row> rows) {

  /**
   * Figures without training, which runs on the same data and with the same encoder share.
   *
   * @param subject {@code input} or {@code untrained}
   * @param runs whose figures these are; none: all runs
   * @param figures by name
   */
  public record Baseline(String subject, List<String> runs, Map<String, Figure> figures) {}

  /**
   * One run under one choice of values, over its seeds.
   *
   * @param run its name
   * @param varied values of the options that vary
   * @param seeds of the runs that ended well
   * @param planned how many there should be
   * @param figures by name, and {@code seconds}
   * @param expectations the rules for it
   * @param failures of its other runs
   */
  public record Row(
      String run,
      Map<String, String> varied,
      List<Long> seeds,
      int planned,
      Map<String, Figure> figures,
      List<Judgement> expectations,
      List<Failure> failures) {}

  /**
   * A rule and whether it is kept.
   *
   * @param figure its name
   * @param rule as written
   * @param value the mean; NaN where there is none
   * @param passed whether it is kept
   */
  public record Judgement(String figure, String rule, double value, boolean passed) {}

  /**
   * A run that came to no good end.
   *
   * @param id which
   * @param exitCode of its process
   * @param message its last words
   */
  public record Failure(String id, int exitCode, String message) {}

  /** Returns the rules that are not kept. */
  public List<Judgement> broken() {
    return rows.stream()
        .flatMap(row -> row.expectations().stream())
        .filter(judgement -> !judgement.passed())
        .toList();
  }
}
