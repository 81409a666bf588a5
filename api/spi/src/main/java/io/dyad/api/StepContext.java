package io.dyad.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.Optional;

/**
 * The context of one training step.
 *
 * @since 0.1
 */
@Stable
public interface StepContext extends Context {
  /** Returns what a part published under a name, in this step or at the end of an earlier epoch. */
  Optional<NDArray> find(String published);

  /** Hands a value to the parts that run later in this step. */
  void publish(String name, NDArray value);

  /**
   * Returns the gradients of a scalar with respect to arrays of its graph.
   *
   * @param of a scalar
   * @param inputs arrays it was computed from
   * @param differentiable whether the gradients can be differentiated again (gradient penalties)
   * @return one gradient an input, zeros where the scalar does not depend on it
   */
  NDList gradients(NDArray of, NDList inputs, boolean differentiable);
}
