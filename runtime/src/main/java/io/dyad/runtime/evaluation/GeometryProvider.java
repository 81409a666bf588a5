package io.dyad.runtime.evaluation;

import io.dyad.api.Evaluator;
import io.dyad.api.EvaluatorProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code geometry}.
 *
 * @since 0.1
 */
@Stable
public final class GeometryProvider implements EvaluatorProvider<GeometryOptions> {
  @Override
  public String name() {
    return "geometry";
  }

  @Override
  public String summary() {
    return "how unit rows lie on the sphere: effective rank, deviation of the columns, uniformity";
  }

  @Override
  public String source() {
    return "Roy and Vetterli 2007, The Effective Rank; Wang and Isola 2020, arXiv 2005.10242";
  }

  @Override
  public Class<GeometryOptions> options() {
    return GeometryOptions.class;
  }

  @Override
  public Evaluator create(GeometryOptions options, Setup setup) {
    return new GeometryEvaluator(options, setup.kernels());
  }
}
