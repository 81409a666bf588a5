package io.dyad.runtime.evaluation;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code clustering}.
 *
 * @since 0.1
 */
@Stable
public final class ClusteringProvider implements EvaluatorProvider<ClusteringOptions> {
  @Override
  public String name() {
    return "clustering";
  }

  @Override
  public String summary() {
    return "how well clusters of a split are its classes: accuracy under the best one-to-one match, all, old and new; NMI, ARI";
  }

  @Override
  public String source() {
    return "Vaze et al. 2022 (Generalized Category Discovery), section 3.3";
  }

  @Override
  public Class<ClusteringOptions> options() {
    return ClusteringOptions.class;
  }

  @Override
  public Evaluator create(ClusteringOptions options, Setup setup) {
    return new ClusteringEvaluator(options, setup.kernels());
  }
}
