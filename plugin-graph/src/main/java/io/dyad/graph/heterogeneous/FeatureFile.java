package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A file of features: {@code node,feature,value} or {@code node,feature} of those that are not 0,
 * or all features of a node in a row, the first row being node 0.
 */
final class FeatureFile {
  private static final List<String> SPARSE = List.of("node", "feature", "value");

  private final Path file;
  private final IntStream.Builder rows = IntStream.builder();
  private final IntStream.Builder columns = IntStream.builder();
  private final DoubleStream.Builder values = DoubleStream.builder();
  private boolean sparse;
  private int rowCount;
  private int columnCount;

  private FeatureFile(Path file) {
    this.file = file;
  }

  static FeatureTable read(Path file) {
    FeatureFile features = new FeatureFile(file);
    CsvFile.read(file, features::header, features::row);
    if (features.rowCount == 0) {
      throw new DataException(file.toAbsolutePath() + " has no row");
    }
    return new FeatureTable(
        features.rowCount,
        features.columnCount,
        features.rows.build().toArray(),
        features.columns.build().toArray(),
        features.values.build().toArray());
  }

  private void header(List<String> names) {
    sparse = names.equals(SPARSE) || names.equals(SPARSE.subList(0, 2));
    if (!sparse && names.contains("node")) {
      throw new DataException(
          "%s: the columns are %s, but they must be node,feature,value or node,feature, or one a feature"
              .formatted(file.toAbsolutePath(), names));
    }
    columnCount = sparse ? 0 : names.size();
  }

  private void row(CsvRow row) {
    if (sparse) {
      add(row.id(0), row.id(1), row.names().size() == 3 ? row.number(2) : 1);
      return;
    }
    int node = rowCount;
    for (int column = 0; column < columnCount; column++) {
      add(node, column, row.number(column));
    }
  }

  private void add(int node, int feature, double value) {
    rows.add(node);
    columns.add(feature);
    values.add(value);
    rowCount = Math.max(rowCount, node + 1);
    columnCount = Math.max(columnCount, feature + 1);
  }
}
