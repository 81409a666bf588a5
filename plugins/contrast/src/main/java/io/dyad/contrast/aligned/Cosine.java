package io.dyad.contrast.aligned;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/** The mean cosine of rows and their partners. */
public final class Cosine {
  private final Kernel kernel;

  /** Creates it from a compiler of kernels. */
  public Cosine(Kernels kernels) {
    kernel = kernels.resource(Cosine.class, "cosine");
  }

  /**
   * Returns {@code offset + factor * mean cos(anchor, key)}, the mean over all rows of all pairs. A
   * row of zeros has cosine 0.
   *
   * @param anchors one array a pair, each of shape (N, D)
   * @param keys one array a pair, each of shape (N, D)
   * @param stopGradient whether the keys get no gradient
   * @return shape ()
   */
  public NDArray mean(
      NDList anchors, NDList keys, boolean stopGradient, double offset, double factor) {
    return kernel.call("mean", anchors, keys, stopGradient, offset, factor).singletonOrThrow();
  }
}
