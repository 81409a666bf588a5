package io.dyad.runtime.sweep;

import static java.util.stream.Collectors.joining;

import com.typesafe.config.ConfigUtil;
import io.dyad.runtime.sweep.SweepTable.Baseline;
import io.dyad.runtime.sweep.SweepTable.Judgement;
import io.dyad.runtime.sweep.SweepTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes a table as Markdown that is readable as it stands, too. */
public final class MarkdownTable {
  private static final double SMALL = 10;

  private final SweepTable table;
  private final List<String> varied;
  private final boolean judged;

  private MarkdownTable(SweepTable table) {
    this.table = table;
    Set<String> paths = new LinkedHashSet<>();
    table.rows().forEach(row -> paths.addAll(row.varied().keySet()));
    this.varied = List.copyOf(paths);
    this.judged = table.rows().stream().anyMatch(row -> !row.expectations().isEmpty());
  }

  /** Returns the table: means, with the standard deviation where seeds differ, and rules. */
  public static String of(SweepTable table) {
    return new MarkdownTable(table).text();
  }

  /** Returns a figure as the table has it. */
  public static String cell(Figure figure, int decimals) {
    String format = "%." + decimals + "f";
    String mean = String.format(Locale.ROOT, format, figure.mean());
    return figure.deviation() == 0
        ? mean
        : mean + " ± " + String.format(Locale.ROOT, format, figure.deviation());
  }

  private String text() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(heading());
    table.baselines().forEach(baseline -> lines.add(line(baseline)));
    table.rows().forEach(row -> lines.add(line(row)));
    String failures =
        table.rows().stream()
            .flatMap(row -> row.failures().stream())
            .map(
                failure ->
                    "- %s failed (exit code %d): %s\n"
                        .formatted(failure.id(), failure.exitCode(), failure.message()))
            .collect(joining());
    return AlignedTable.of(lines) + (failures.isEmpty() ? "" : "\n" + failures);
  }

  private List<String> heading() {
    List<String> heading = new ArrayList<>(List.of("run"));
    varied.forEach(
        path -> {
          List<String> keys = ConfigUtil.splitPath(path);
          heading.add(keys.get(keys.size() - 1));
        });
    heading.addAll(table.columns());
    heading.addAll(List.of(SweepFigures.SECONDS, "n"));
    if (judged) {
      heading.add("expected");
    }
    return heading;
  }

  private List<String> line(Baseline baseline) {
    String of = baseline.runs().isEmpty() ? "" : " (" + String.join(", ", baseline.runs()) + ")";
    List<String> line = new ArrayList<>(List.of(baseline.subject() + of));
    varied.forEach(path -> line.add(""));
    line.addAll(cells(baseline.figures()));
    line.addAll(List.of("", ""));
    if (judged) {
      line.add("");
    }
    return line;
  }

  private List<String> line(Row row) {
    List<String> line = new ArrayList<>(List.of(row.run()));
    varied.forEach(path -> line.add(row.varied().getOrDefault(path, "")));
    line.addAll(cells(row.figures()));
    Figure seconds = row.figures().get(SweepFigures.SECONDS);
    line.add(seconds == null ? "-" : cell(seconds, 1));
    int ended = row.seeds().size();
    line.add(ended == row.planned() ? "" + ended : ended + " of " + row.planned());
    if (judged) {
      line.add(row.expectations().stream().map(MarkdownTable::verdict).collect(joining("; ")));
    }
    return line;
  }

  private List<String> cells(Map<String, Figure> figures) {
    return table.columns().stream()
        .map(
            column -> {
              Figure figure = figures.get(column);
              return figure == null ? "-" : cell(figure, Math.abs(figure.mean()) < SMALL ? 3 : 1);
            })
        .toList();
  }

  private static String verdict(Judgement judgement) {
    return "%s %s: %s"
        .formatted(
            judgement.figure(), judgement.rule(), judgement.passed() ? "passed" : "**failed**");
  }
}
