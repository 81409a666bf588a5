package io.dyad.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Prints the figures of several subjects side by side. */
final class FiguresTable {
  private FiguresTable() {}

  /**
   * Prints a row a figure.
   *
   * @param subjects the headings in order, each with its figures by name
   */
  static void print(Console console, Map<String, Map<String, Double>> subjects) {
    List<List<String>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of(""));
    heading.addAll(subjects.keySet());
    rows.add(heading);
    TreeSet<String> names = new TreeSet<>();
    subjects.values().forEach(figures -> names.addAll(figures.keySet()));
    for (String name : names) {
      List<String> row = new ArrayList<>(List.of(name));
      subjects
          .values()
          .forEach(
              figures ->
                  row.add(
                      figures.containsKey(name)
                          ? String.format(Locale.ROOT, "%.4f", figures.get(name))
                          : "-"));
      rows.add(row);
    }
    console.table(rows);
  }
}
