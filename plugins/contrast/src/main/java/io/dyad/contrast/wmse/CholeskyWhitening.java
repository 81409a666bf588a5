package io.dyad.contrast.wmse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * Whitening by the inverse of the lower Cholesky factor of the covariance, in float64. Gradients
 * flow through mean, covariance and factor. Rows whose covariance has no factor become NaN.
 */
public final class CholeskyWhitening {
  private final Kernel kernel;

  /** Creates it from a compiler of kernels. */
  public CholeskyWhitening(Kernels kernels) {
    kernel = kernels.resource(CholeskyWhitening.class, "w-mse");
  }

  /**
   * Returns whitened rows, in float64.
   *
   * @param blocks shape (B, S, D); each block is whitened by itself
   * @param epsilon share of the identity in the covariance, in [0, 1]
   * @return same shape
   */
  public NDArray whitened(NDArray blocks, double epsilon) {
    return kernel.call("whitened", blocks, epsilon).singletonOrThrow();
  }

  /**
   * Returns the mean distance of whitened partners.
   *
   * @param views one array a view, each of shape (N, D)
   * @param first the view of the one partner, by pair
   * @param second the view of the other partner, by pair
   * @param permutation the order in which rows are dealt into sub-batches, shape (N)
   * @return shape (), of the type of the views
   */
  NDArray loss(
      NDList views, long[] first, long[] second, NDArray permutation, WmseOptions options) {
    return kernel
        .call(
            "loss",
            views,
            first,
            second,
            permutation,
            options.subBatch(),
            options.epsilon(),
            options.normalize())
        .singletonOrThrow();
  }
}
