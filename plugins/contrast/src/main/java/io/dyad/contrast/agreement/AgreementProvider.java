package io.dyad.contrast.agreement;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code agreement}. */
@Stable
public final class AgreementProvider implements LossProvider<AgreementOptions> {
  static final String NAME = "agreement";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "mean squared difference of the views; by itself a control that collapses";
  }

  @Override
  public Class<AgreementOptions> options() {
    return AgreementOptions.class;
  }

  @Override
  public Loss create(AgreementOptions options, Setup setup) {
    return new Agreement();
  }
}
