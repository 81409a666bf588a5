package io.dyad.contrast.symmetry;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/** The equations: an affinity matrix, and how far it is from its transpose. */
public final class Asymmetry {
  private final Kernel kernel;

  /** Creates it from a compiler of kernels. */
  public Asymmetry(Kernels kernels) {
    kernel = kernels.resource(Asymmetry.class, "symmetry");
  }

  /**
   * Returns the products of rows, divided by the temperature.
   *
   * @param first shape (N, D)
   * @param second shape (N, D)
   * @param normalize whether rows are scaled to unit length first
   * @return shape (N, N)
   */
  public NDArray affinity(NDArray first, NDArray second, double temperature, boolean normalize) {
    return kernel.call("affinity", first, second, temperature, normalize).singletonOrThrow();
  }

  /**
   * Returns the Frobenius norm of a matrix minus its transpose, divided by a number. A symmetric
   * matrix gets the gradient zero.
   *
   * @param affinity shape (N, N)
   * @return shape ()
   */
  public NDArray norm(NDArray affinity, double divisor) {
    return kernel.call("norm", affinity, divisor).singletonOrThrow();
  }
}
