package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/** Moves a fixed list of parameters down the gradient of a loss, in place. */
public interface Optimizer {
  /**
   * Takes one step and frees the loss's graph. A parameter the loss does not depend on has gradient
   * zero: its momentum and its weight decay still act.
   *
   * @param loss a scalar with a graph
   * @param learningRate of this step; each parameter multiplies it by its own factor
   * @return the norm of all gradients together before clipping, a scalar in the loss's manager; if
   *     it is not finite, nothing was changed
   */
  NDArray step(NDArray loss, double learningRate);

  /** Returns the moments and counts by name, in the order of the parameters; the arrays persist. */
  Map<String, NDArray> state();
}
