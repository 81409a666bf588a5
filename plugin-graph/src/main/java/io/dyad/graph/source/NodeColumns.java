package io.dyad.graph.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Reads columns of one number a node; the first column says which node. */
final class NodeColumns implements CsvFile.Rows {
  private final Nodes nodes;
  private final long absent;
  private final ToLongFunction<String> number;
  private final String allowed;
  private final long[] lines;
  private List<String> names = List.of();
  private final Map<String, long[]> columns = new LinkedHashMap<>();

  /**
   * Starts without values.
   *
   * @param absent the value of nodes that the file does not speak of
   * @param number reads a value, or returns {@link Long#MIN_VALUE} if it is none
   * @param allowed what a value may be
   */
  NodeColumns(Nodes nodes, long absent, ToLongFunction<String> number, String allowed) {
    this.nodes = nodes;
    this.absent = absent;
    this.number = number;
    this.allowed = allowed;
    this.lines = new long[nodes.count()];
  }

  /** Returns the columns but the first, by name. */
  Map<String, long[]> columns() {
    return columns;
  }

  @Override
  public void header(List<String> header, Mistakes mistakes) {
    names = header.subList(1, header.size());
    for (String name : names) {
      long[] values = new long[nodes.count()];
      Arrays.fill(values, absent);
      if (columns.put(name, values) != null) {
        mistakes.add(1, "has two columns \"%s\"".formatted(name));
      }
    }
  }

  @Override
  public void row(CsvRecord row, Mistakes mistakes) {
    int node = nodes.find(row, 0, mistakes);
    if (node < 0) {
      return;
    }
    long line = row.getStartingLineNumber();
    if (lines[node] > 0) {
      mistakes.add(
          line,
          "node %s is already in line %d; a node stands once, in one part of a split"
              .formatted(row.getField(0), lines[node]));
      return;
    }
    lines[node] = line;
    for (int i = 0; i < names.size(); i++) {
      String field = row.getField(i + 1).strip();
      long value = number.applyAsLong(field);
      if (value == Long.MIN_VALUE) {
        mistakes.add(line, "%s must be %s, got \"%s\"".formatted(names.get(i), allowed, field));
      } else {
        columns.getOrDefault(names.get(i), lines)[node] = value;
      }
    }
  }
}
