package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.runtime.kernel.GradientMode;

/** Gradients of an optimiser's parameters, summed in place over several backward passes. */
public final class GradientSum {
  private final Kernel kernel;
  private final NDList parameters;
  private final NDList sums = new NDList();

  /** Starts at zero, in arrays that die with the scope it is made in. */
  public GradientSum(Kernels kernels, Optimizer optimizer) {
    kernel = kernels.resource(Optimizer.class, "optimizer");
    parameters = optimizer.parameters();
    parameters.forEach(parameter -> sums.add(parameter.zerosLike()));
  }

  /**
   * Adds the gradients of a loss and frees its graph.
   *
   * @param leaves other arrays the loss was computed from, each requiring a gradient
   * @return one gradient a leaf, with no elements where the loss does not depend on the leaf
   */
  public NDList add(NDArray loss, NDList leaves) {
    try (GradientMode off = GradientMode.disabled()) {
      return collect(new NDList(loss), new NDList(loss.onesLike()), leaves);
    }
  }

  /**
   * Adds the gradients of arrays, each times its weights and summed, and frees their graph.
   *
   * @param weights one array of the same shape an output
   */
  public void add(NDList outputs, NDList weights) {
    try (GradientMode off = GradientMode.disabled()) {
      collect(outputs, weights, new NDList());
    }
  }

  private NDList collect(NDList outputs, NDList weights, NDList leaves) {
    return kernel.call("collect", outputs, weights, leaves, parameters, sums);
  }

  /** Returns the sums, in the order of the parameters. */
  public NDList sums() {
    return sums;
  }
}
