package io.dyad.contrast.wmse;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code w-mse}. Covariances are factored in float64, whatever the type of the rows. Each
 * iteration {@code i} draws {@code permutation} at {@code ("iteration", i)}: rows are dealt in its
 * order, the same for all views.
 */
@Stable
public final class WmseProvider implements LossProvider<WmseOptions> {
  static final String NAME = "w-mse";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "distance of the views after whitening each in random sub-batches; no negatives";
  }

  @Override
  public String source() {
    return "Ermolov et al. 2021 (W-MSE)";
  }

  @Override
  public Class<WmseOptions> options() {
    return WmseOptions.class;
  }

  @Override
  public Loss create(WmseOptions options, Setup setup) {
    return new Wmse(new CholeskyWhitening(setup.kernels()), options);
  }
}
