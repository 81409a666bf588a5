package io.dyad.toolkit.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The discrete Fourier transform of real signals along the last axis, as real and imaginary parts
 * of the non-negative frequencies.
 *
 * @since 0.1
 */
@Experimental
public final class Fourier {
  private final Kernel kernel;

  /** Creates the operator. */
  public Fourier(Kernels kernels) {
    kernel = kernels.resource(Fourier.class, "fourier");
  }

  /**
   * Returns the spectrum, not scaled.
   *
   * @param signal shape (..., T), float32 or float64
   * @return the real and the imaginary part, each of shape (..., T / 2 + 1), in the manager of
   *     {@code signal}
   */
  public NDList forward(NDArray signal) {
    return kernel.call("forward", signal);
  }

  /**
   * Returns the signal of a spectrum, scaled by 1 / T, so that it undoes {@link #forward}.
   *
   * @param real shape (..., T / 2 + 1)
   * @param imaginary same shape
   * @param length T, which the spectrum alone does not tell
   * @return shape (..., T), in the manager of {@code real}
   */
  public NDArray inverse(NDArray real, NDArray imaginary, long length) {
    return kernel.call("inverse", real, imaginary, length).singletonOrThrow();
  }
}
