package io.dyad.graph.heterogeneous;

import io.dyad.api.DataException;
import java.util.Arrays;

/**
 * The product of two sparse matrices, a row at a time: first how many entries each row will have,
 * then the entries, so that memory is that of the result and of one dense row.
 *
 * <p>Source: Gustavson 1978, Two fast algorithms for sparse matrices.
 */
final class CountProduct {
  private final CountMatrix left;
  private final CountMatrix right;
  private final int[] seenInRow;
  private final int[] touched;

  CountProduct(CountMatrix left, CountMatrix right) {
    this.left = left;
    this.right = right;
    this.seenInRow = new int[right.columnCount()];
    this.touched = new int[right.columnCount()];
  }

  CountMatrix compute() {
    int[] starts = starts();
    int[] columns = new int[starts[left.rowCount()]];
    int[] counts = new int[columns.length];
    int[] sums = new int[right.columnCount()];
    Arrays.fill(seenInRow, 0);
    for (int row = 0; row < left.rowCount(); row++) {
      int found = add(row, sums);
      sort(row, found);
      for (int i = 0; i < found; i++) {
        columns[starts[row] + i] = touched[i];
        counts[starts[row] + i] = sums[touched[i]];
        sums[touched[i]] = 0;
      }
    }
    return CountMatrix.ofRows(right.columnCount(), starts, columns, counts);
  }

  private int[] starts() {
    int[] starts = new int[left.rowCount() + 1];
    for (int row = 0; row < left.rowCount(); row++) {
      try {
        starts[row + 1] = Math.addExact(starts[row], touch(row));
      } catch (ArithmeticException e) {
        throw new DataException(
            "a meta-path joins more than 2147483647 pairs of nodes; take a shorter one", e);
      }
    }
    return starts;
  }

  /** Notes the columns of a row and returns how many they are. */
  private int touch(int row) {
    int found = 0;
    for (int i = left.start(row); i < left.start(row + 1); i++) {
      int middle = left.column(i);
      for (int j = right.start(middle); j < right.start(middle + 1); j++) {
        int column = right.column(j);
        if (seenInRow[column] != row + 1) {
          seenInRow[column] = row + 1;
          touched[found++] = column;
        }
      }
    }
    return found;
  }

  private int add(int row, int[] sums) {
    int found = touch(row);
    try {
      for (int i = left.start(row); i < left.start(row + 1); i++) {
        int middle = left.column(i);
        for (int j = right.start(middle); j < right.start(middle + 1); j++) {
          int more = Math.multiplyExact(left.count(i), right.count(j));
          sums[right.column(j)] = Math.addExact(sums[right.column(j)], more);
        }
      }
    } catch (ArithmeticException e) {
      throw new DataException(
          "more than 2147483647 paths join two nodes; take a shorter meta-path", e);
    }
    return found;
  }

  /** Dense rows are walked through, others sorted. */
  private void sort(int row, int found) {
    if (found < right.columnCount() / 16) {
      Arrays.sort(touched, 0, found);
      return;
    }
    int next = 0;
    for (int column = 0; column < right.columnCount(); column++) {
      if (seenInRow[column] == row + 1) {
        touched[next++] = column;
      }
    }
  }
}
