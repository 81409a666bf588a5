package io.dyad.runtime.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Map;

/** Moves a fixed list of parameters down the gradient of a loss, in place. */
public interface Optimizer {
  /**
   * Takes one step and frees the loss's graph. A parameter the loss does not depend on has gradient
   * zero: its momentum and its weight decay still act. One that is still frozen has none: nothing
   * of it changes, and it has no part in the norm.
   *
   * @param rate of this step; each parameter multiplies it by its own factor
   * @return the norm of all gradients together before clipping, a scalar in the loss's manager; if
   *     it or the loss is not finite, nothing is changed, now and from now on
   */
  NDArray step(Gradients gradients, StepRate rate);

  /** Takes one step at a rate that is the same for all parameters but for their own factors. */
  default NDArray step(Gradients gradients, double learningRate) {
    return step(gradients, StepRate.of(learningRate));
  }

  /** Returns the parameters in the order of summed gradients. */
  NDList parameters();

  /** Returns the moments and counts by name, in the order of the parameters; the arrays persist. */
  Map<String, NDArray> state();
}
