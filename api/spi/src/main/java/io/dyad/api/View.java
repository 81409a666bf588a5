package io.dyad.api;

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

  /** Returns a view of the same kind over other arrays (moved, detached, sliced). */
  View with(NDList tensors);
}
