package io.dyad.toolkit.kernel;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * Sums and means of the rows that carry the same segment number: nodes of a cluster, edges of a
 * node, points of a voxel.
 *
 * @since 0.1
 */
@Experimental
public final class SegmentSum {
  private final Kernel kernel;

  /** Creates the operator. */
  public SegmentSum(Kernels kernels) {
    kernel = kernels.resource(SegmentSum.class, "segment-sum");
  }

  /**
   * Returns the sum of each segment, zero for a segment without rows.
   *
   * @param values shape (N, ...)
   * @param segments int64, shape (N), in 0 .. {@code count} - 1
   * @param count how many segments there are
   * @return shape (count, ...), in the manager of {@code values}
   */
  public NDArray sum(NDArray values, NDArray segments, long count) {
    return kernel.call("sum", values, segments, count).singletonOrThrow();
  }

  /** Returns the mean of each segment, zero for a segment without rows; arguments as for sum. */
  public NDArray mean(NDArray values, NDArray segments, long count) {
    return kernel.call("mean", values, segments, count).singletonOrThrow();
  }
}
