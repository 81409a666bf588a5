package io.dyad.contrast.transformation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The equation. For an anchor q, its key k, rows U of a bank, a permutation p and shares a and b:
 *
 * <pre>
 * q' = a q + (1 - a) k        k' = a k + (1 - a) q        U' = b U + (1 - b) U[p]
 * </pre>
 */
final class PairMixing {
  private final Kernel kernel;
  private final boolean renormalise;

  PairMixing(Kernels kernels, boolean renormalise) {
    kernel = kernels.resource(PairMixing.class, "pair-mixing");
    this.renormalise = renormalise;
  }

  /**
   * Returns the transformed anchors and keys.
   *
   * @param anchors shape (N, D)
   * @param keys same shape
   * @param share shape () or (N, D)
   */
  NDList positive(NDArray anchors, NDArray keys, NDArray share) {
    return kernel.call("positive", anchors, keys, share, renormalise);
  }

  /**
   * Returns the mixed rows.
   *
   * @param rows shape (K, D)
   * @param order a permutation, int64, shape (K)
   * @param share shape () or (K, D)
   */
  NDArray negative(NDArray rows, NDArray order, NDArray share) {
    return kernel.call("negative", rows, order, share).singletonOrThrow();
  }

  /** Returns rows of unit length. */
  NDArray unit(NDArray rows) {
    return kernel.call("unit", rows, true).singletonOrThrow();
  }
}
