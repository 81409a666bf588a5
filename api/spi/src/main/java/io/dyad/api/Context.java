package io.dyad.api;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Where and when a part runs.
 *
 * @since 0.1
 */
@Stable
public interface Context {
  /** Returns how far training has come. */
  Progress progress();

  /** Returns random draws of this place and time, the part's own. */
  Draws draws();

  /** Returns the manager whose arrays die with the step (or the batch, or the evaluation). */
  NDManager manager();

  /** Returns the device to compute on. */
  Device device();

  /** Returns whether this is training or evaluation. */
  Mode mode();

  /**
   * Lets an array live as long as the run instead of the step. The caller closes it when it is
   * replaced.
   *
   * @return the same array
   */
  NDArray keep(NDArray array);
}
