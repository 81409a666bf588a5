package io.dyad.contrast.amcl;

import ai.djl.ndarray.NDList;
import io.dyad.api.Experimental;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;

/** Offers {@code amcl-barlow-twins}. */
@Experimental
public final class AmclBarlowTwinsProvider implements LossProvider<AmclBarlowTwinsOptions> {
  private static final String NAME = "amcl-barlow-twins";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "Barlow Twins of several heads, each pair of features with a temperature of its own";
  }

  @Override
  public String source() {
    return "Wang et al. 2024 (AMCL), arXiv 2310.05615";
  }

  @Override
  public Class<AmclBarlowTwinsOptions> options() {
    return AmclBarlowTwinsOptions.class;
  }

  @Override
  public Loss create(AmclBarlowTwinsOptions options, Setup setup) {
    AmclEquation equation = new AmclEquation(setup.kernels());
    TemperatureNetworks networks =
        new TemperatureNetworks(options.temperature(), options.output(), setup);
    return new AdaptiveLoss(
        NAME,
        options.output(),
        networks,
        2,
        1,
        (encoded, contrast) -> {
          NDList rows = AdaptiveLoss.aligned(NAME, encoded, contrast);
          return equation.barlow(
              rows.get(0), rows.get(1), networks, options.lambda(), options.beta());
        });
  }
}
