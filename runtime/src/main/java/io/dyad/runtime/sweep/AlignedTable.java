package io.dyad.runtime.sweep;

import java.util.ArrayList;
import java.util.List;

/** Writes rows as a table of Markdown whose columns stand below each other. */
public final class AlignedTable {
  private AlignedTable() {}

  /** Returns the table; the first row is its heading. */
  public static String of(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int at = column;
      widths.add(Math.max(3, rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0)));
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(line(row, widths, " "));
      if (row == rows.get(0)) {
        text.append(line(widths.stream().map(width -> "").toList(), widths, "-"));
      }
    }
    return text.toString();
  }

  private static String line(List<String> cells, List<Integer> widths, String fill) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.size(); column++) {
      String cell = cells.get(column);
      line.append(' ').append(cell);
      line.append(fill.repeat(widths.get(column) - cell.length())).append(" |");
    }
    return line.append('\n').toString();
  }
}
