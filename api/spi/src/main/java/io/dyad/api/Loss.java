package io.dyad.api;

/**
 * An equation over rows and pairs. It may own parameters and state, wrap another loss, or call a
 * named network; it never touches the optimiser.
 *
 * <p>Arithmetic with plain numbers, such as {@code x.mul(0.5)}, is not safe on arrays that carry
 * gradients: {@code Scalars} of the toolkit says why, and what to write instead.
 *
 * @since 0.1
 */
@Stable
public interface Loss extends Component {
  /**
   * Returns the loss of a step: a scalar in the context's manager, differentiable with respect to
   * the rows it reads and its own parameters.
   *
   * @throws ConfigurationException if the pairs are not of a form this loss can use
   */
  LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context);
}
