package io.dyad.contrast.amcl;

import io.dyad.api.Experimental;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;

/** Offers {@code amcl}. */
@Experimental
public final class AmclProvider implements LossProvider<AmclOptions> {
  private static final String NAME = "amcl";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "contrast of several heads, each pair of rows with a temperature of its own";
  }

  @Override
  public String source() {
    return "Wang et al. 2024 (AMCL), arXiv 2310.05615";
  }

  @Override
  public Class<AmclOptions> options() {
    return AmclOptions.class;
  }

  @Override
  public Loss create(AmclOptions options, Setup setup) {
    AmclEquation equation = new AmclEquation(setup.kernels());
    TemperatureNetworks networks =
        new TemperatureNetworks(options.temperature(), options.output(), setup);
    return new AdaptiveLoss(
        NAME, options.output(), networks, 2, 1, new ContrastEquation(equation, options, networks));
  }
}
