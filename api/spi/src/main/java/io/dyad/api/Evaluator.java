package io.dyad.api;

import java.util.List;

/**
 * Measures what was learned. The options of an evaluator are its protocol, and are stored with
 * every figure.
 *
 * @since 0.1
 */
@Stable
public interface Evaluator extends Component {
  /**
   * Returns the figures.
   *
   * @throws DataException if the data lacks what the protocol needs
   */
  List<Metric> evaluate(Evaluation evaluation);
}
