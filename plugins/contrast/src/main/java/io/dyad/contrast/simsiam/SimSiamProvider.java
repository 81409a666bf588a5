package io.dyad.contrast.simsiam;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.contrast.aligned.Cosine;

/** Offers {@code simsiam}. */
@Stable
public final class SimSiamProvider implements LossProvider<SimSiamOptions> {
  static final String NAME = "simsiam";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "negative cosine of predictions and the other view's projections, behind a stop-gradient";
  }

  @Override
  public String source() {
    return "Chen and He 2021 (SimSiam), equation 4";
  }

  @Override
  public Class<SimSiamOptions> options() {
    return SimSiamOptions.class;
  }

  @Override
  public Loss create(SimSiamOptions options, Setup setup) {
    return new SimSiam(new Cosine(setup.kernels()), options.stopGradient());
  }
}
