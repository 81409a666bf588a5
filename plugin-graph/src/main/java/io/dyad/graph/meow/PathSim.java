package io.dyad.graph.meow;

import io.dyad.graph.heterogeneous.CountMatrix;
import java.util.Arrays;

/**
 * How alike two nodes are by the paths between them: {@code 2 P_ij / (P_ii + P_jj)} of path counts
 * P. It exceeds 1 where more paths lead to another node than back to oneself.
 *
 * <p>Source: Sun, Han, Yan, Yu and Wu 2011, PathSim; the selection follows MEOW.
 */
public final class PathSim {
  private final CountMatrix paths;
  private final int[] own;

  private PathSim(CountMatrix paths) {
    this.paths = paths;
    this.own = new int[paths.rowCount()];
    for (int i = 0; i < own.length; i++) {
      own[i] = paths.get(i, i);
    }
  }

  /** Returns the similarities of a square matrix of path counts, in the order of its entries. */
  public static double[] of(CountMatrix paths) {
    PathSim similarity = new PathSim(paths);
    double[] all = new double[paths.size()];
    for (int row = 0; row < paths.rowCount(); row++) {
      for (int entry = paths.start(row); entry < paths.start(row + 1); entry++) {
        all[entry] = similarity.at(row, entry);
      }
    }
    return all;
  }

  /**
   * Returns the counts of the {@code neighbours} most similar nodes of each row, of equally similar
   * ones those of lower index. Nodes without a path are never kept. The result need not be
   * symmetric.
   *
   * @param neighbours at least 1
   */
  public static CountMatrix strongest(CountMatrix paths, int neighbours) {
    double[] all = of(paths);
    int[] starts = new int[paths.rowCount() + 1];
    for (int row = 0; row < paths.rowCount(); row++) {
      int size = paths.start(row + 1) - paths.start(row);
      starts[row + 1] = starts[row] + Math.min(neighbours, size);
    }
    int[] columns = new int[starts[paths.rowCount()]];
    int[] counts = new int[columns.length];
    for (int row = 0; row < paths.rowCount(); row++) {
      int from = paths.start(row);
      int to = paths.start(row + 1);
      int kept = starts[row + 1] - starts[row];
      double[] sorted = Arrays.copyOfRange(all, from, to);
      Arrays.sort(sorted);
      double least = kept == 0 ? 0 : sorted[sorted.length - kept];
      int ties = kept;
      for (double score : sorted) {
        ties -= score > least ? 1 : 0;
      }
      int next = starts[row];
      for (int entry = from; entry < to; entry++) {
        boolean tied = all[entry] == least;
        if (all[entry] > least || tied && ties-- > 0) {
          columns[next] = paths.column(entry);
          counts[next++] = paths.count(entry);
        }
      }
    }
    return CountMatrix.ofRows(paths.columnCount(), starts, columns, counts);
  }

  private double at(int row, int entry) {
    double both = (double) own[row] + own[paths.column(entry)];
    return both == 0 ? 0 : 2.0 * paths.count(entry) / both;
  }
}
