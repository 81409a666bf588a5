package io.dyad.contrast.wrapper;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code average-view}: lifts a loss of two views to any number of them, for pairs of {@code
 * in-batch { joint = true }}.
 */
@Stable
public final class AverageViewProvider implements LossProvider<AverageViewOptions> {
  @Override
  public String name() {
    return "average-view";
  }

  @Override
  public String summary() {
    return "the mean of a two-view loss of each view and the mean of the others";
  }

  @Override
  public Class<AverageViewOptions> options() {
    return AverageViewOptions.class;
  }

  @Override
  public Loss create(AverageViewOptions options, Setup setup) {
    return new AverageView(
        setup.create(options.loss(), "loss"),
        setup.kernels().resource(AverageView.class, "average-view"),
        options.normalize());
  }
}
