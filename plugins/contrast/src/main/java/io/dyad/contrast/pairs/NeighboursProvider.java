package io.dyad.contrast.pairs;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code neighbours}. */
@Stable
public final class NeighboursProvider implements PairSamplerProvider<NeighboursOptions> {
  @Override
  public String name() {
    return "neighbours";
  }

  @Override
  public String summary() {
    return "nearest rows of a bank are the anchors, the other view of the sample their positive";
  }

  @Override
  public String source() {
    return "Dwibedi et al. 2021 (NNCLR)";
  }

  @Override
  public Class<NeighboursOptions> options() {
    return NeighboursOptions.class;
  }

  @Override
  public PairSampler create(NeighboursOptions options, Setup setup) {
    return new NeighboursSampler(
        options,
        setup.name(),
        setup.kernels().resource(NeighboursProvider.class, "neighbours"),
        new BankLabels(setup.manager()));
  }
}
