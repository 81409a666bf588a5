package io.dyad.runtime.evaluation;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code linear-probe}.
 *
 * @since 0.1
 */
@Stable
public final class LinearProbeProvider implements EvaluatorProvider<LinearProbeOptions> {
  @Override
  public String name() {
    return "linear-probe";
  }

  @Override
  public String summary() {
    return "accuracy of a logistic regression on frozen features, solved to convergence by L-BFGS";
  }

  @Override
  public Class<LinearProbeOptions> options() {
    return LinearProbeOptions.class;
  }

  @Override
  public Evaluator create(LinearProbeOptions options, Setup setup) {
    return new LinearProbeEvaluator(options, new LogisticRegression(setup.kernels()));
  }
}
