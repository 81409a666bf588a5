package io.dyad.toolkit.kernel;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * Resamples images along affine maps, bilinearly: crops, rotations, zooms and shears of a whole
 * batch in one call.
 *
 * @since 0.1
 */
@Experimental
public final class AffineGrid {
  private static final int ZEROS = 0;
  private static final int REFLECTION = 2;

  private final Kernel kernel;

  /** Creates the operator. */
  public AffineGrid(Kernels kernels) {
    kernel = kernels.resource(AffineGrid.class, "affine-grid");
  }

  /**
   * Returns resampled images; what lies outside is zero.
   *
   * <p>Coordinates run from -1 at one edge of the picture to 1 at the other, x to the right and y
   * downwards. Each matrix maps a place in the result to the place in the image to read.
   *
   * @param images shape (N, C, H, W)
   * @param matrices shape (N, 2, 3), type of {@code images}
   * @param height of the results
   * @param width of the results
   * @return shape (N, C, height, width), in the manager of {@code images}
   */
  public NDArray sample(NDArray images, NDArray matrices, long height, long width) {
    return kernel.call("sample", images, matrices, height, width, ZEROS).singletonOrThrow();
  }

  /** Returns resampled images; what lies outside mirrors the inside. Arguments as for sample. */
  public NDArray sampleMirrored(NDArray images, NDArray matrices, long height, long width) {
    return kernel.call("sample", images, matrices, height, width, REFLECTION).singletonOrThrow();
  }
}
