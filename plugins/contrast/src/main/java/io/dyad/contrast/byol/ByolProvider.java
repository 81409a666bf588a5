package io.dyad.contrast.byol;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.contrast.aligned.Cosine;

/** Offers {@code byol}. */
@Stable
public final class ByolProvider implements LossProvider<ByolOptions> {
  static final String NAME = "byol";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "squared distance of unit rows from fixed targets, both directions added; no negatives";
  }

  @Override
  public String source() {
    return "Grill et al. 2020 (BYOL), equation 2";
  }

  @Override
  public Class<ByolOptions> options() {
    return ByolOptions.class;
  }

  @Override
  public Loss create(ByolOptions options, Setup setup) {
    return new Byol(new Cosine(setup.kernels()));
  }
}
