package io.dyad.contrast.uniclr;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.contrast.symmetry.Asymmetry;

/** Offers {@code sim-whitening}. Gradients flow through mean and covariance of the batch. */
@Stable
public final class SimWhiteningProvider implements LossProvider<SimWhiteningOptions> {
  static final String NAME = "sim-whitening";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "cross entropy of the affinities of two views that are whitened together";
  }

  @Override
  public String source() {
    return "Li et al. 2022 (UniCLR), SimWhitening";
  }

  @Override
  public Class<SimWhiteningOptions> options() {
    return SimWhiteningOptions.class;
  }

  @Override
  public Loss create(SimWhiteningOptions options, Setup setup) {
    WhitenedAffinity affinity = new WhitenedAffinity(setup.kernels());
    return new SimWhitening(
        affinity,
        new Asymmetry(setup.kernels()),
        options,
        new Statistics(
            affinity, setup.manager(), options.statistics(), options.ridge(), options.retention()));
  }
}
