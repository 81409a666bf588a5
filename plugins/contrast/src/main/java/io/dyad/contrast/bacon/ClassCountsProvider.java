package io.dyad.contrast.bacon;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code class-counts}. */
@Stable
public final class ClassCountsProvider implements EvaluatorProvider<ClassCountsOptions> {
  @Override
  public String name() {
    return "class-counts";
  }

  @Override
  public String summary() {
    return "how far class sizes estimated by clustering are from the true ones";
  }

  @Override
  public String source() {
    return "BaCon, NeurIPS 2023, arXiv 2310.01376";
  }

  @Override
  public Class<ClassCountsOptions> options() {
    return ClassCountsOptions.class;
  }

  @Override
  public Evaluator create(ClassCountsOptions options, Setup setup) {
    return new ClassCountsEvaluator(options, setup.kernels());
  }
}
