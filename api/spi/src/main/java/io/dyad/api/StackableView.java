package io.dyad.api;

import java.util.List;

/**
 * A view that can be encoded together with others in one call.
 *
 * @since 0.1
 */
@Stable
public interface StackableView extends View {
  /** Returns how many rows the encoder's outputs will have for this view. */
  long rows();

  /** Returns whether {@code other} can be stacked on this view: same kind, same sizes. */
  boolean stacks(View other);

  /**
   * Returns this view followed by others along the axis of samples.
   *
   * @param others views that {@link #stacks} accepts
   */
  StackableView stack(List<? extends StackableView> others);
}
