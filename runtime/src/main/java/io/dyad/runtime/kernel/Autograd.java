package io.dyad.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/** Gradients of a scalar with respect to chosen arrays, without gradient fields, of any order. */
public final class Autograd {
  private final Kernel kernel;

  /** Creates it from a compiler of kernels. */
  public Autograd(Kernels kernels) {
    kernel = kernels.resource(Autograd.class, "autograd");
  }

  /**
   * Returns one gradient an input, in the manager of {@code of}, zeros where the scalar does not
   * depend on it. The graph stays, so that it can be differentiated again.
   *
   * @param of a scalar
   * @param inputs arrays it was computed from, each requiring a gradient
   * @param differentiable whether the gradients carry a graph of their own
   */
  public NDList gradients(NDArray of, NDList inputs, boolean differentiable) {
    return kernel.call("gradients", of, inputs, true, differentiable);
  }

  /** Returns the same gradients and frees the graph on the way, which halves the peak memory. */
  public NDList lastGradients(NDArray of, NDList inputs) {
    return kernel.call("gradients", of, inputs, false, false);
  }
}
