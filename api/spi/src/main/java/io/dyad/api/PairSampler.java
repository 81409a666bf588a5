package io.dyad.api;

/**
 * Says which rows are anchors, which are keys, and how they relate. It computes no loss.
 *
 * @since 0.1
 */
@Stable
public interface PairSampler extends Component {
  /** Returns the pairs of a step, without gradients through the decision. */
  Pairs sample(Encoded encoded, StepContext context);
}
