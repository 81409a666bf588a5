package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;

/**
 * Rows as a linear model sees them: {@code (rows - shift) / scale}, then perhaps brought to unit
 * length. That is done chunk by chunk where they are used, so that no copy is held.
 *
 * @param rows shape (N, D), of any float type
 * @param shift float64, shape (1, D)
 * @param scale float64, shape (1, D)
 * @param unit whether rows are brought to unit length
 */
record ScaledRows(NDArray rows, NDArray shift, NDArray scale, boolean unit) {
  /** So many numbers in a chunk stay in the cache. */
  private static final long CHUNK = 1 << 18;

  /** Returns other rows, scaled in the same way. */
  ScaledRows of(NDArray others) {
    return new ScaledRows(others, shift, scale, unit);
  }

  long count() {
    return rows.getShape().get(0);
  }

  long width() {
    return rows.getShape().get(1);
  }

  /** Returns how many rows are worked on at a time. */
  long chunk() {
    return Math.max(1, CHUNK / width());
  }
}
