package io.dyad.toolkit.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.dyad.api.Stable;

/**
 * Arrays one after the other, however many there are. DJL's own concatenation of a single array is
 * a copy without its gradient.
 *
 * @since 0.1
 */
@Stable
public final class Concatenation {
  private Concatenation() {}

  /**
   * Returns the arrays as one, differentiable with respect to each; a single one is returned as it
   * is.
   *
   * @param arrays at least one, of the same shape but for {@code axis}
   */
  public static NDArray of(NDList arrays, int axis) {
    return arrays.size() == 1 ? arrays.head() : NDArrays.concat(arrays, axis);
  }
}
