package io.dyad.graph.source;

import java.util.Arrays;

/** The features of nodes, of which only those that are not zero are held. */
final class Features {
  private int rows;
  private int columns;
  private int size;
  private int[] row = new int[1024];
  private int[] column = new int[1024];
  private double[] value = new double[1024];

  /** Adds the value of a node's feature; what was there is added to. */
  void add(int node, int feature, double amount) {
    rows = Math.max(rows, node + 1);
    columns = Math.max(columns, feature + 1);
    if (amount == 0) {
      return;
    }
    if (size == row.length) {
      row = Arrays.copyOf(row, 2 * size);
      column = Arrays.copyOf(column, 2 * size);
      value = Arrays.copyOf(value, 2 * size);
    }
    row[size] = node;
    column[size] = feature;
    value[size++] = amount;
  }

  /** Returns how many nodes there are at least. */
  int rows() {
    return rows;
  }

  /** Returns how many features there are. */
  int columns() {
    return columns;
  }

  /** Divides what each node has by its sum, or by 1 if that is larger. */
  void normalizeRows() {
    double[] sums = new double[rows];
    for (int i = 0; i < size; i++) {
      sums[row[i]] += value[i];
    }
    for (int i = 0; i < size; i++) {
      value[i] /= Math.max(1, sums[row[i]]);
    }
  }

  /** Calls back with each value that is not zero. */
  void forEach(Entry entry) {
    for (int i = 0; i < size; i++) {
      entry.at(row[i], column[i], value[i]);
    }
  }

  /** Takes one value. */
  interface Entry {
    void at(int node, int feature, double value);
  }
}
