package io.dyad.benchmark.graph;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;

/**
 * A sparse matrix in compressed rows.
 *
 * @param starts where each row's entries start, and their number last: int64, shape (M + 1)
 * @param columns of the entries: int64, shape (E)
 * @param weights of the entries: float32, shape (E)
 */
public record CompressedRows(NDArray starts, NDArray columns, NDArray weights) {
  /** Returns the matrix of given columns and weights, row by row. */
  static CompressedRows of(List<long[]> columns, List<float[]> weights, NDManager manager) {
    long[] starts = new long[columns.size() + 1];
    for (int row = 0; row < columns.size(); row++) {
      starts[row + 1] = starts[row] + columns.get(row).length;
    }
    int count = Math.toIntExact(starts[columns.size()]);
    float[] flat = new float[count];
    for (int row = 0; row < weights.size(); row++) {
      System.arraycopy(
          weights.get(row), 0, flat, Math.toIntExact(starts[row]), weights.get(row).length);
    }
    return new CompressedRows(
        manager.create(starts),
        manager.create(columns.stream().flatMapToLong(Arrays::stream).toArray()),
        manager.create(flat));
  }
}
