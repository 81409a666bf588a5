package io.dyad.graph.meow;

import io.dyad.graph.heterogeneous.CountMatrix;
import java.util.Arrays;

/** What is taken away from a graph for its masked copy; which entries go is decided by draws. */
public final class Masks {
  private Masks() {}

  /** Returns how many entries lie off the diagonal: those that {@link #edges} chooses from. */
  public static int offDiagonal(CountMatrix kept) {
    int size = kept.size();
    for (int row = 0; row < kept.rowCount(); row++) {
      size -= kept.get(row, row) > 0 ? 1 : 0;
    }
    return size;
  }

  /**
   * Returns a matrix without a share of its entries off the diagonal; the others and the whole
   * diagonal are 1, so counts are lost.
   *
   * @param kept square
   * @param fraction the share that goes, in [0, 1]; rounded down to whole entries
   * @param order a permutation of the entries off the diagonal, numbered row by row: the first of
   *     it go
   */
  public static CountMatrix edges(CountMatrix kept, double fraction, long[] order) {
    boolean[] gone = first(order, fraction);
    int[] starts = new int[kept.rowCount() + 1];
    int[] columns = new int[kept.size() + kept.rowCount()];
    int number = 0;
    int size = 0;
    for (int row = 0; row < kept.rowCount(); row++) {
      boolean self = false;
      for (int entry = kept.start(row); entry < kept.start(row + 1); entry++) {
        int column = kept.column(entry);
        if (!self && column >= row) {
          columns[size++] = row;
          self = true;
        }
        if (column != row && !gone[number++]) {
          columns[size++] = column;
        }
      }
      if (!self) {
        columns[size++] = row;
      }
      starts[row + 1] = size;
    }
    int[] ones = new int[size];
    Arrays.fill(ones, 1);
    return CountMatrix.ofRows(kept.columnCount(), starts, Arrays.copyOf(columns, size), ones);
  }

  /** Returns how many entries are there. */
  public static int present(boolean[] entries) {
    int size = 0;
    for (boolean entry : entries) {
      size += entry ? 1 : 0;
    }
    return size;
  }

  /**
   * Returns entries without a share of those that are there.
   *
   * @param entries which features are not 0
   * @param fraction the share that goes, in [0, 1]; rounded down to whole entries
   * @param order a permutation of the entries that are there: the first of it go
   */
  public static boolean[] features(boolean[] entries, double fraction, long[] order) {
    boolean[] gone = first(order, fraction);
    boolean[] left = new boolean[entries.length];
    int number = 0;
    for (int i = 0; i < entries.length; i++) {
      left[i] = entries[i] && !gone[number++];
    }
    return left;
  }

  private static boolean[] first(long[] order, double fraction) {
    boolean[] gone = new boolean[order.length];
    int size = (int) (fraction * order.length);
    for (int i = 0; i < size; i++) {
      gone[(int) order[i]] = true;
    }
    return gone;
  }
}
