package io.dyad.contrast.amcl;

import ai.djl.ndarray.NDList;
import io.dyad.api.Experimental;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;

/** Offers {@code amcl-simsiam}. */
@Experimental
public final class AmclSimSiamProvider implements LossProvider<AmclSimSiamOptions> {
  private static final String NAME = "amcl-simsiam";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "SimSiam of several heads, each pair of rows with a temperature of its own";
  }

  @Override
  public String source() {
    return "Wang et al. 2024 (AMCL), arXiv 2310.05615";
  }

  @Override
  public Class<AmclSimSiamOptions> options() {
    return AmclSimSiamOptions.class;
  }

  @Override
  public Loss create(AmclSimSiamOptions options, Setup setup) {
    AmclEquation equation = new AmclEquation(setup.kernels());
    TemperatureNetworks networks =
        new TemperatureNetworks(options.temperature(), options.output(), setup);
    return new AdaptiveLoss(
        NAME,
        options.output(),
        networks,
        1,
        2,
        (encoded, contrast) -> {
          NDList rows = AdaptiveLoss.aligned(NAME, encoded, contrast);
          return equation.follow(rows.get(0), rows.get(1), networks, options.beta());
        });
  }
}
