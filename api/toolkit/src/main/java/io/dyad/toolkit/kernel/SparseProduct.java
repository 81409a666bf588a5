package io.dyad.toolkit.kernel;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * Products of a sparse matrix of M rows with a dense one of N rows, differentiable with respect to
 * the dense matrix and the weights of the sparse one.
 *
 * @since 0.1
 */
@Experimental
public final class SparseProduct {
  private final Kernel kernel;

  /** Creates the operator. */
  public SparseProduct(Kernels kernels) {
    kernel = kernels.resource(SparseProduct.class, "sparse-product");
  }

  /**
   * Returns the product with a matrix in compressed rows, the faster form.
   *
   * @param starts where each row's entries start, and the number of entries last: int64, shape (M +
   *     1)
   * @param columns of the entries, row after row: int64, shape (E), in 0 .. N - 1
   * @param weights of the entries, type of {@code dense}, shape (E)
   * @param dense shape (N, D)
   * @return shape (M, D), in the manager of {@code starts}; it can be differentiated once
   */
  public NDArray compressed(NDArray starts, NDArray columns, NDArray weights, NDArray dense) {
    return kernel.call("compressed", starts, columns, weights, dense).singletonOrThrow();
  }

  /**
   * Returns the product with a matrix given as a list of edges in any order; repeated edges add up.
   *
   * @param rows int64, shape (E), in 0 .. {@code count} - 1
   * @param columns int64, shape (E), in 0 .. N - 1
   * @param weights type of {@code dense}, shape (E)
   * @param dense shape (N, D)
   * @param count how many rows the matrix has
   * @return shape (count, D), in the manager of {@code rows}
   */
  public NDArray edges(NDArray rows, NDArray columns, NDArray weights, NDArray dense, long count) {
    return kernel.call("edges", rows, columns, weights, dense, count).singletonOrThrow();
  }
}
