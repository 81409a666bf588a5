package io.dyad.contrast.barlowtwins;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code barlow-twins}. */
@Stable
public final class BarlowTwinsProvider implements LossProvider<BarlowTwinsOptions> {
  static final String NAME = "barlow-twins";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "draws the cross-correlation of two views' features to the identity; no negatives";
  }

  @Override
  public String source() {
    return "Zbontar et al. 2021 (Barlow Twins), equation 1";
  }

  @Override
  public Class<BarlowTwinsOptions> options() {
    return BarlowTwinsOptions.class;
  }

  @Override
  public Loss create(BarlowTwinsOptions options, Setup setup) {
    return new BarlowTwins(new CrossCorrelation(setup.kernels()), options);
  }
}
