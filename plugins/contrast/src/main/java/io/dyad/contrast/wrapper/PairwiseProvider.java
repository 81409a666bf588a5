package io.dyad.contrast.wrapper;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code pairwise}: lifts a loss of two views to any number of them. */
@Stable
public final class PairwiseProvider implements LossProvider<PairwiseOptions> {
  @Override
  public String name() {
    return "pairwise";
  }

  @Override
  public String summary() {
    return "the mean of a two-view loss over all unordered pairs of views";
  }

  @Override
  public Class<PairwiseOptions> options() {
    return PairwiseOptions.class;
  }

  @Override
  public Loss create(PairwiseOptions options, Setup setup) {
    return new Pairwise(setup.create(options.loss(), "loss"));
  }
}
