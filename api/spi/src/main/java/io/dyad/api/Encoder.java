package io.dyad.api;

/**
 * Maps one view to named arrays. It knows neither the loss nor how many views there are. Heads
 * (projectors, predictors) are encoders of the representation.
 *
 * @since 0.1
 */
@Stable
public interface Encoder extends Component {
  /**
   * Returns the embeddings of a view, {@link Embeddings#REPRESENTATION} among them, differentiable
   * with respect to {@link #parameters} and the arrays of the view. The first axis of every output
   * runs over the rows of the view ({@link StackableView#rows}).
   *
   * <p>What a method asks of a single call (another adjacency, a prompt, a mask) travels in the
   * view. Draws of the context differ from view to view and from call to call, so that the same
   * sequence shown twice meets two dropout masks.
   *
   * <p>A batch larger than memory is encoded in chunks, each of them twice. So that a row meets the
   * same numbers in all cases, a draw whose first axis is as long as the rows of the view counts as
   * one a row; give a draw that all rows share a first axis of 1. Random numbers from elsewhere
   * differ between the two passes and spoil the gradient.
   *
   * @throws DataException if the view is of a kind or size the encoder cannot take
   */
  Embeddings encode(View view, Context context);
}
