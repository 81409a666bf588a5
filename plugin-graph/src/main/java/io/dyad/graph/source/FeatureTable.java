package io.dyad.graph.source;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a table of features, in one of two forms. Sparse: {@code node,feature} or {@code
 * node,feature,value}, a line an entry. Dense: a line a node, first the node, then its features.
 */
final class FeatureTable implements CsvFile.Rows {
  private final Features features = new Features();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final boolean named;
  private final Normalization normalization;
  private final Optional<Integer> nodes;
  private boolean sparse;
  private boolean valued;

  /**
   * Starts without features.
   *
   * @param named whether nodes have names and not numbers
   * @param nodes how many nodes there are, if that is known
   */
  FeatureTable(boolean named, Normalization normalization, Optional<Integer> nodes) {
    this.named = named;
    this.normalization = normalization;
    this.nodes = nodes;
  }

  Features features() {
    return features;
  }

  /** Returns the names of nodes in the order in which they came. */
  List<String> names() {
    return names;
  }

  /** Returns whether a line is an entry and not a node. */
  boolean isSparse() {
    return sparse;
  }

  @Override
  public void header(List<String> columns, Mistakes mistakes) {
    sparse = columns.size() <= 3 && columns.get(1).equals("feature");
    valued = sparse && columns.size() == 3;
  }

  @Override
  public void row(CsvRecord row, Mistakes mistakes) {
    int node = node(row, mistakes);
    if (node < 0) {
      return;
    }
    if (!sparse) {
      for (int i = 1; i < row.getFieldCount(); i++) {
        add(row, node, i - 1, i, mistakes);
      }
      return;
    }
    int feature = Numbers.integer(row.getField(1));
    if (feature < 0) {
      mistakes.add(
          row.getStartingLineNumber(),
          "feature must be a number from 0, got \"%s\"".formatted(row.getField(1)));
    } else if (valued) {
      add(row, node, feature, 2, mistakes);
    } else {
      features.add(node, feature, 1);
    }
  }

  private void add(CsvRecord row, int node, int feature, int column, Mistakes mistakes) {
    String field = row.getField(column).strip();
    double value = Numbers.real(field);
    long line = row.getStartingLineNumber();
    if (!Double.isFinite(value)) {
      mistakes.add(
          line, "feature %d must be a finite number, got \"%s\"".formatted(feature, field));
    } else if (value < 0 && normalization == Normalization.ROWS) {
      mistakes.add(
          line,
          "feature %d is negative, %s, which normalize = rows does not take; set normalize = none"
              .formatted(feature, field));
    } else {
      features.add(node, feature, value);
    }
  }

  private int node(CsvRecord row, Mistakes mistakes) {
    String field = row.getField(0).strip();
    long line = row.getStartingLineNumber();
    int number = named ? numbers.getOrDefault(field, -1) : Numbers.integer(field);
    if (named && number < 0) {
      number = names.size();
    }
    if (number < 0 || number >= nodes.orElse(Integer.MAX_VALUE)) {
      mistakes.add(
          line,
          "there is no node %s; nodes are numbered from 0%s"
              .formatted(field, nodes.map(count -> " to " + (count - 1)).orElse("")));
      return -1;
    }
    Integer before = numbers.putIfAbsent(field, number);
    if (before == null) {
      names.add(field);
    } else if (!sparse) {
      mistakes.add(line, "gives features of node %s a second time".formatted(field));
      return -1;
    }
    return number;
  }
}
