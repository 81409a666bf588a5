package io.dyad.api;

/**
 * A view whose rows can be encoded some at a time, because none depends on the others: a batch of
 * images, but not the nodes of one graph. Batches larger than memory need it.
 *
 * @since 0.1
 */
@Stable
public interface SliceableView extends StackableView {
  /** Returns whether this view can be cut; one that consists of parts asks them. */
  default boolean slices() {
    return true;
  }

  /**
   * Returns some rows of this view as a view of the same kind; {@link #stacks} holds for any two.
   *
   * @param from the first row
   * @param to the row after the last; at least {@code from}, at most {@link #rows}
   */
  SliceableView slice(long from, long to);
}
