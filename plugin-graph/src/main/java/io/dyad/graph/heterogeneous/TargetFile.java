package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A file of what is known of target nodes: the column {@code node} first, one a value. */
final class TargetFile {
  /** What a cell of a split may be, by the number that stands for it. */
  private static final List<List<String>> PARTS =
      List.of(
          List.of("0", "train"),
          List.of("1", "val", "validation"),
          List.of("2", "test"),
          List.of("3", "none", "unused"));

  private final Path file;
  private final boolean splits;
  private final List<String> names = new ArrayList<>();
  private final Map<Integer, CsvRow> rows = new TreeMap<>();

  private TargetFile(Path file, boolean splits) {
    this.file = file;
    this.splits = splits;
  }

  /** Returns the class of each node by {@code label}, -1 where it is unknown. */
  static Known labels(Path file) {
    TargetFile labels = new TargetFile(file, false);
    CsvFile.read(file, labels::header, labels::row);
    return labels.known();
  }

  /**
   * Returns the part of each node by {@code split.COLUMN}: 0 training, 1 validation, 2 test, 3
   * none.
   */
  static Known splits(Path file) {
    TargetFile splits = new TargetFile(file, true);
    CsvFile.read(file, splits::header, splits::row);
    return splits.known();
  }

  /** Values by name and node, and the node that stands last in the file's order of ids. */
  record Known(Path file, int highest, Map<String, Map<Integer, Long>> values) {
    /** Returns one value a node, {@code absent} where the file names none. */
    Map<String, long[]> of(int nodes, long absent) {
      if (highest >= nodes) {
        throw new DataException(
            "%s names node %d, but there are only 0 to %d"
                .formatted(file.toAbsolutePath(), highest, nodes - 1));
      }
      Map<String, long[]> all = new LinkedHashMap<>();
      values.forEach(
          (name, known) -> {
            long[] each = new long[nodes];
            for (int node = 0; node < nodes; node++) {
              each[node] = known.getOrDefault(node, absent);
            }
            all.put(name, each);
          });
      return all;
    }
  }

  private void header(List<String> columns) {
    boolean fits = columns.get(0).equals("node") && columns.size() > 1;
    if (!fits || !splits && !columns.equals(List.of("node", "label"))) {
      throw new DataException(
          "%s: the columns are %s, but they must be node,%s"
              .formatted(
                  file.toAbsolutePath(), columns, splits ? "split or node,A,B .." : "label"));
    }
    names.addAll(columns.subList(1, columns.size()));
  }

  private void row(CsvRow row) {
    CsvRow before = rows.put(row.id(0), row);
    if (before != null) {
      throw row.wrong(
          "node %d stands in line %d already; %s"
              .formatted(
                  row.id(0),
                  before.line(),
                  splits ? "parts of a split must not overlap" : "a node has one label"));
    }
  }

  private Known known() {
    if (rows.isEmpty()) {
      throw new DataException(file.toAbsolutePath() + " has no row");
    }
    Map<String, Map<Integer, Long>> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Map<Integer, Long> known = new TreeMap<>();
      for (Map.Entry<Integer, CsvRow> row : rows.entrySet()) {
        known.put(row.getKey(), splits ? part(row.getValue(), i + 1) : label(row.getValue()));
      }
      values.put(splits ? "split." + splitName(names.get(i)) : "label", known);
    }
    return new Known(file, ((TreeMap<Integer, CsvRow>) rows).lastKey(), values);
  }

  /** A column that is only called split has the name of its file: {@code split_public.csv}. */
  private String splitName(String column) {
    String stem = file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    return column.equals("split") && stem.startsWith("split_")
        ? stem.substring("split_".length())
        : column;
  }

  private static long label(CsvRow row) {
    return row.text(1).equals("-1") ? -1 : row.id(1);
  }

  private static long part(CsvRow row, int column) {
    String cell = row.text(column).toLowerCase(Locale.ROOT);
    for (int part = 0; part < PARTS.size(); part++) {
      if (PARTS.get(part).contains(cell)) {
        return part;
      }
    }
    throw row.wrong(
        "%s must be one of 0 train, 1 validation, 2 test, 3 none, got \"%s\""
            .formatted(row.names().get(column), cell));
  }
}
