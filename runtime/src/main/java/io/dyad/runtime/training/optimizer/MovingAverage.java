package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.runtime.kernel.GradientMode;

/** The update of a momentum twin: an exponential moving average of the parameters it follows. */
public final class MovingAverage {
  private final Kernel kernel;

  /** Creates it from a compiler of kernels. */
  public MovingAverage(Kernels kernels) {
    kernel = kernels.resource(MovingAverage.class, "moving-average");
  }

  /**
   * Overwrites each average by {@code momentum * average + (1 - momentum) * value}.
   *
   * @param averages floating-point arrays, changed in place
   * @param values arrays of the same shapes and types, in the same order
   * @param momentum in [0, 1]
   */
  public void follow(NDList averages, NDList values, double momentum) {
    try (GradientMode off = GradientMode.disabled()) {
      kernel.call("follow", averages, values, momentum).close();
    }
  }
}
