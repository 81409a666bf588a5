package io.dyad.toolkit.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Stable;

/**
 * Numbers for arithmetic on arrays that carry gradients: {@code x.mul(Scalars.of(x, 0.5))}.
 *
 * <p>DJL's own overloads for numbers, {@code x.mul(0.5)}, {@code x.div(n)}, {@code x.pow(p)}, are
 * not safe there. They make a scalar over memory of a Java buffer and let go of it at once; the
 * graph still points to it, and a garbage collection between the loss and its gradients frees it,
 * so that every gradient is multiplied by whatever lies there then. It happens once in ten thousand
 * steps.
 *
 * @since 0.1
 */
@Stable
public final class Scalars {
  private static final Shape SCALAR = new Shape();

  private Scalars() {}

  /**
   * Returns a number as an array that lives as long as its manager lets it. In float32 it is made
   * on the device, which is not made to wait for a copy; DJL has no such way in float64.
   *
   * @param like decides type, device and manager; float32 or float64
   * @return shape (), in the manager of {@code like}
   */
  public static NDArray of(NDArray like, double value) {
    NDArray scalar =
        like.getDataType() == DataType.FLOAT64
            ? like.getManager().create(value)
            : like.getManager().full(SCALAR, (float) value, DataType.FLOAT32);
    return scalar.toDevice(like.getDevice(), false);
  }
}
