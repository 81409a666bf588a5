package io.dyad.api;

import ai.djl.ndarray.NDArray;

/**
 * Rows kept over steps: a queue of keys, a support set. The runtime fills it after each step from
 * the rows its configuration names, oldest rows first out, and keeps it in checkpoints.
 *
 * @since 0.1
 */
@Stable
public interface Bank {
  /** Returns the name. */
  String name();

  /** Returns the rows filled so far, oldest first, shape (size, D), without gradient. */
  NDArray rows();

  /** Returns how many rows are filled. */
  long size();

  /** Returns how many rows fit. */
  long capacity();
}
