package io.dyad.contrast.scores;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.contrast.views.Contrasts;

/** Offers {@code score-statistics}, which changes nothing of the loss it wraps. */
@Stable
public final class ScoreStatisticsProvider implements LossProvider<ScoreStatisticsOptions> {
  @Override
  public String name() {
    return "score-statistics";
  }

  @Override
  public String summary() {
    return "watches the scores of positive and negative pairs of a loss over training";
  }

  @Override
  public String source() {
    return "Improving Contrastive Learning by Visualizing Feature Transformation, arXiv 2108.02982";
  }

  @Override
  public Class<ScoreStatisticsOptions> options() {
    return ScoreStatisticsOptions.class;
  }

  @Override
  public Loss create(ScoreStatisticsOptions options, Setup setup) {
    Loss loss = setup.create(options.loss(), "loss");
    ScoreObserver observer =
        new ScoreObserver(
            new ScoreStatistics.Equation(
                setup.kernels(), options.temperature(), options.normalize()));
    return (encoded, pairs, context) -> {
      Contrasts.of("score-statistics", pairs);
      LossValue value = loss.evaluate(encoded, pairs, context);
      return observer.observe(value, encoded, pairs);
    };
  }
}
