package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.util.Arrays;

/**
 * A sparse matrix of positive whole numbers, such as how many paths lead from a node to another.
 * Row by row (CSR): the entries of row i stand at {@code starts[i]} to {@code starts[i + 1] - 1},
 * by growing columns.
 */
public final class CountMatrix {
  private final int columnCount;
  private final int[] starts;
  private final int[] columns;
  private final int[] counts;

  private CountMatrix(int columnCount, int[] starts, int[] columns, int[] counts) {
    this.columnCount = columnCount;
    this.starts = starts;
    this.columns = columns;
    this.counts = counts;
  }

  /**
   * Returns a matrix by its rows; the arrays are not copied.
   *
   * @param starts where each row begins, and where the last one ends
   * @param columns growing within a row
   * @param counts positive
   */
  public static CountMatrix ofRows(int columnCount, int[] starts, int[] columns, int[] counts) {
    if (starts[starts.length - 1] != columns.length || columns.length != counts.length) {
      throw new IllegalArgumentException(
          "%d columns and %d counts for rows that end at %d"
              .formatted(columns.length, counts.length, starts[starts.length - 1]));
    }
    return new CountMatrix(columnCount, starts, columns, counts);
  }

  /**
   * Returns a matrix by its entries in any order; none may stand twice.
   *
   * @param rows the row of each entry
   * @param columns the column of each entry
   * @param counts positive
   */
  public static CountMatrix ofEntries(
      int rowCount, int columnCount, int[] rows, int[] columns, int[] counts) {
    return placed(rowCount, columnCount, rows, columns, counts).transposed();
  }

  /** Returns the matrix whose columns are the rows of this one. */
  public CountMatrix transposed() {
    return placed(rowCount(), columnCount, rowOfEntries(), columns, counts);
  }

  /** Returns the transposed matrix of entries, those of a column in the order they are given. */
  private static CountMatrix placed(
      int rowCount, int columnCount, int[] rows, int[] columns, int[] counts) {
    int[] starts = new int[columnCount + 1];
    for (int column : columns) {
      starts[column + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] sortedRows = new int[rows.length];
    int[] sortedCounts = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int place = next[columns[i]]++;
      sortedRows[place] = rows[i];
      sortedCounts[place] = counts[i];
    }
    return new CountMatrix(rowCount, starts, sortedRows, sortedCounts);
  }

  /**
   * Returns the product with another matrix.
   *
   * @throws IllegalArgumentException if the other has another number of rows
   * @throws DataException if an entry is above 2147483647 or there are more entries than that
   */
  public CountMatrix times(CountMatrix other) {
    if (columnCount != other.rowCount()) {
      throw new IllegalArgumentException(
          "%d columns do not meet %d rows".formatted(columnCount, other.rowCount()));
    }
    return new CountProduct(this, other).compute();
  }

  /** Returns the matrix with 1 where this has an entry. */
  public CountMatrix binarised() {
    int[] ones = new int[counts.length];
    Arrays.fill(ones, 1);
    return new CountMatrix(columnCount, starts, columns, ones);
  }

  /** Returns the matrix without entries that repeat the place before them; those count as one. */
  CountMatrix distinct() {
    int[] ends = new int[starts.length];
    int[] kept = new int[columns.length];
    int size = 0;
    for (int row = 0; row < rowCount(); row++) {
      for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
        if (entry == starts[row] || columns[entry] != columns[entry - 1]) {
          kept[size++] = columns[entry];
        }
      }
      ends[row + 1] = size;
    }
    int[] ones = new int[size];
    Arrays.fill(ones, 1);
    return new CountMatrix(columnCount, ends, Arrays.copyOf(kept, size), ones);
  }

  /** Returns the row of each entry. */
  public int[] rowOfEntries() {
    int[] rows = new int[columns.length];
    for (int i = 0; i < rowCount(); i++) {
      Arrays.fill(rows, starts[i], starts[i + 1], i);
    }
    return rows;
  }

  /** Returns the entry of a place, 0 if there is none. */
  public int get(int row, int column) {
    int place = Arrays.binarySearch(columns, starts[row], starts[row + 1], column);
    return place < 0 ? 0 : counts[place];
  }

  /** Returns the column of each entry. */
  public int[] columns() {
    return columns.clone();
  }

  /** Returns how many rows there are. */
  public int rowCount() {
    return starts.length - 1;
  }

  /** Returns how many columns there are. */
  public int columnCount() {
    return columnCount;
  }

  /** Returns how many entries there are. */
  public int size() {
    return columns.length;
  }

  /** Returns where the entries of a row begin; that of the row behind the last is their end. */
  public int start(int row) {
    return starts[row];
  }

  /** Returns the column of an entry. */
  public int column(int entry) {
    return columns[entry];
  }

  /** Returns the number at an entry. */
  public int count(int entry) {
    return counts[entry];
  }
}
