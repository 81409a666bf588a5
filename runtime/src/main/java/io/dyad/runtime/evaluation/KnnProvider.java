package io.dyad.runtime.evaluation;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code knn}.
 *
 * @since 0.1
 */
@Stable
public final class KnnProvider implements EvaluatorProvider<KnnOptions> {
  @Override
  public String name() {
    return "knn";
  }

  @Override
  public String summary() {
    return "weighted vote of the nearest neighbours by cosine, as is and with the bank's mean removed";
  }

  @Override
  public String source() {
    return "Wu et al. 2018, Unsupervised Feature Learning via Non-Parametric Instance Discrimination";
  }

  @Override
  public Class<KnnOptions> options() {
    return KnnOptions.class;
  }

  @Override
  public Evaluator create(KnnOptions options, Setup setup) {
    return new KnnEvaluator(options, new NearestNeighbourVote(setup.kernels()));
  }
}
