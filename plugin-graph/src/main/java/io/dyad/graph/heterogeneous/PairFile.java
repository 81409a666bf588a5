package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A file of pairs: the header names two node types, a row a node of each. */
final class PairFile {
  private final Path file;
  private final List<String> types = new ArrayList<>();
  private final IntStream.Builder from = IntStream.builder();
  private final IntStream.Builder to = IntStream.builder();
  private final IntStream.Builder lines = IntStream.builder();

  private PairFile(Path file) {
    this.file = file;
  }

  /** The pairs of a file, not yet checked against the nodes. */
  @SuppressWarnings("ArrayRecordComponent")
  record Pairs(Path file, String fromType, String toType, int[] from, int[] to, int[] lines) {
    /** Returns the highest id of a type, -1 if the type or a pair is missing. */
    int highest(String type) {
      int first = type.equals(fromType) ? Arrays.stream(from).max().orElse(-1) : -1;
      int second = type.equals(toType) ? Arrays.stream(to).max().orElse(-1) : -1;
      return Math.max(first, second);
    }

    /**
     * Returns the incidence between nodes that are there.
     *
     * @throws DataException if a node is not, or a pair stands twice
     */
    Incidence incidence(Map<String, Integer> nodes) {
      int fromNodes = nodes.getOrDefault(fromType, 0);
      int toNodes = nodes.getOrDefault(toType, 0);
      for (int i = 0; i < from.length; i++) {
        check(fromType, from[i], fromNodes, lines[i]);
        check(toType, to[i], toNodes, lines[i]);
      }
      int[] ones = new int[from.length];
      Arrays.fill(ones, 1);
      CountMatrix matrix = CountMatrix.ofEntries(fromNodes, toNodes, from, to, ones);
      checkTwice(matrix);
      return new Incidence(fromType, toType, matrix);
    }

    private void check(String type, int node, int nodes, int line) {
      if (node >= nodes) {
        throw new DataException(
            "%s, line %d: there is no %s %d, only 0 to %d; correct the row, or say how many there are in nodes.%s"
                .formatted(file.toAbsolutePath(), line, type, node, nodes - 1, type));
      }
    }

    private void checkTwice(CountMatrix matrix) {
      for (int row = 0; row < matrix.rowCount(); row++) {
        for (int entry = matrix.start(row) + 1; entry < matrix.start(row + 1); entry++) {
          if (matrix.column(entry) == matrix.column(entry - 1)) {
            throw twice(row, matrix.column(entry));
          }
        }
      }
    }

    private DataException twice(int first, int second) {
      int[] where =
          IntStream.range(0, from.length)
              .filter(i -> from[i] == first && to[i] == second)
              .map(i -> lines[i])
              .toArray();
      return new DataException(
          "%s, lines %d and %d: %s %d and %s %d are joined twice; keep one of the rows"
              .formatted(
                  file.toAbsolutePath(), where[0], where[1], fromType, first, toType, second));
    }
  }

  static Pairs read(Path file) {
    PairFile pairs = new PairFile(file);
    CsvFile.read(file, pairs::header, pairs::row);
    return new Pairs(
        file,
        pairs.types.get(0),
        pairs.types.get(1),
        pairs.from.build().toArray(),
        pairs.to.build().toArray(),
        pairs.lines.build().toArray());
  }

  private void header(List<String> names) {
    String stem = file.getFileName().toString().replaceFirst("\\.csv(\\.gz)?$", "");
    if (names.size() != 2 || !stem.equals("rel_" + String.join("_", names))) {
      throw new DataException(
          "%s: the columns are %s, but a file rel_A_B has two, A and B, the types it joins"
              .formatted(file.toAbsolutePath(), names));
    }
    types.addAll(names);
  }

  private void row(CsvRow row) {
    from.add(row.id(0));
    to.add(row.id(1));
    lines.add(Math.toIntExact(row.line()));
  }
}
