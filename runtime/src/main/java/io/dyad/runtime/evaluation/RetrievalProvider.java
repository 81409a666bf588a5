package io.dyad.runtime.evaluation;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code retrieval}.
 *
 * @since 0.1
 */
@Stable
public final class RetrievalProvider implements EvaluatorProvider<RetrievalOptions> {
  @Override
  public String name() {
    return "retrieval";
  }

  @Override
  public String summary() {
    return "whether the nearest samples by cosine are relevant: recall at k, MAP at R, precision at 1";
  }

  @Override
  public String source() {
    return "Musgrave et al. 2020, A Metric Learning Reality Check, section 3.2";
  }

  @Override
  public Class<RetrievalOptions> options() {
    return RetrievalOptions.class;
  }

  @Override
  public Evaluator create(RetrievalOptions options, Setup setup) {
    return new RetrievalEvaluator(options, setup.kernels());
  }
}
