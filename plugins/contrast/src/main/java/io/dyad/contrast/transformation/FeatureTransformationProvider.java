package io.dyad.contrast.transformation;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.contrast.scores.ScoreObserver;
import io.dyad.contrast.scores.ScoreStatistics;

/**
 * Offers {@code feature-transformation}, over pairs with a bank. Draws are named {@code
 * positive-share}, {@code negative-share} and {@code negative-order}; those of a second contrast
 * are made at {@code contrast/1}.
 */
@Stable
public final class FeatureTransformationProvider
    implements LossProvider<FeatureTransformationOptions> {
  @Override
  public String name() {
    return "feature-transformation";
  }

  @Override
  public String summary() {
    return "pushes positive pairs apart and mixes the queue before a loss sees them";
  }

  @Override
  public String source() {
    return "Improving Contrastive Learning by Visualizing Feature Transformation, arXiv 2108.02982";
  }

  @Override
  public Class<FeatureTransformationOptions> options() {
    return FeatureTransformationOptions.class;
  }

  @Override
  public Loss create(FeatureTransformationOptions options, Setup setup) {
    return new FeatureTransformation(
        setup.create(options.loss(), "loss"),
        new PairMixing(setup.kernels(), options.renormalise()),
        new ScoreObserver(
            new ScoreStatistics.Equation(setup.kernels(), options.scoreTemperature(), false)),
        options);
  }
}
