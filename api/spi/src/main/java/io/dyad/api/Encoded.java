package io.dyad.api;

import ai.djl.ndarray.NDArray;

/**
 * A batch, its views, and what the networks made of them. Networks and twins run when rows are
 * first asked for; asking again is free.
 *
 * @since 0.1
 */
@Stable
public interface Encoded {
  /** Returns the batch. */
  Batch batch();

  /** Returns the views. */
  Views views();

  /**
   * Returns the array at an address, differentiable unless it comes from a twin or a bank.
   *
   * @throws ConfigurationException if there is no such network, view, output, twin or bank
   */
  NDArray get(Rows rows);

  /**
   * Returns a copy in which an address holds another array, so that a wrapper can transform rows
   * before an inner loss sees them. Selections ({@link Rows#at}) of that address see it, too; an
   * address of a bank or of literal values can be replaced like any other.
   */
  Encoded with(Rows rows, NDArray value);
}
