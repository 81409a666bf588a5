package io.dyad.contrast.barlowtwins;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/** The equations of Barlow Twins: sums over features, not means, so that they grow with D. */
public final class CrossCorrelation {
  private final Kernel kernel;

  /** Creates it from a compiler of kernels. */
  public CrossCorrelation(Kernels kernels) {
    kernel = kernels.resource(CrossCorrelation.class, "barlow-twins");
  }

  /**
   * Returns the correlation of each feature of one view with each of the other.
   *
   * @param first shape (N, D)
   * @param second shape (N, D)
   * @param epsilon added to the variance of a feature, which is taken over N
   * @return shape (D, D)
   */
  public NDArray matrix(NDArray first, NDArray second, double epsilon) {
    return kernel.call("matrix", first, second, epsilon).singletonOrThrow();
  }

  /**
   * Returns how far correlations are from the identity, averaged over the pairs.
   *
   * @param first one array a pair, each of shape (N, D)
   * @param second one array a pair, each of shape (N, D)
   * @return the sums of squares on the diagonal and off it, each of shape ()
   */
  NDList distances(NDList first, NDList second, double epsilon) {
    return kernel.call("distances", first, second, epsilon);
  }
}
