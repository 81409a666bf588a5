package io.dyad.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Samples in the form an encoder takes: a tensor, sequences with lengths, a graph. Views are
 * immutable values over arrays; the common kinds are in the toolkit, and a plugin may bring its
 * own.
 *
 * @since 0.1
 */
@Stable
public interface View {
  /** Returns the arrays, in the order that {@link #with} takes. */
  NDList tensors();

  /**
   * Returns the samples as they are before anything is learned, one row a sample: what baselines of
   * the raw input see. By default the first array; a view whose first array has other rows (the
   * features of a graph of which some nodes are samples) picks them here.
   *
   * @since 0.1
   */
  default NDArray input() {
    return tensors().get(0);
  }

  /** Returns a view of the same kind over other arrays (moved, detached, sliced). */
  View with(NDList tensors);
}
