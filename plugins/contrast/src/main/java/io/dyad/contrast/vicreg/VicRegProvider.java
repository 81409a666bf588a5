package io.dyad.contrast.vicreg;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code vicreg}. */
@Stable
public final class VicRegProvider implements LossProvider<VicRegOptions> {
  static final String NAME = "vicreg";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "views agree, each feature varies, features are uncorrelated; no negatives";
  }

  @Override
  public String source() {
    return "Bardes et al. 2022 (VICReg), equations 1 to 6";
  }

  @Override
  public Class<VicRegOptions> options() {
    return VicRegOptions.class;
  }

  @Override
  public Loss create(VicRegOptions options, Setup setup) {
    return new VicReg(setup.kernels().resource(VicReg.class, "vicreg"), options);
  }
}
