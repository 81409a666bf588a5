package io.dyad.contrast.swav;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.Bank;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Rows;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import java.util.List;

/** Offers {@code swav}. */
@Stable
public final class SwavProvider implements LossProvider<SwavOptions> {
  @Override
  public String name() {
    return "swav";
  }

  @Override
  public String summary() {
    return "views predict each other's balanced assignment to learned prototypes";
  }

  @Override
  public String source() {
    return "Caron et al. 2020 (SwAV), arXiv 2006.09882";
  }

  @Override
  public Class<SwavOptions> options() {
    return SwavOptions.class;
  }

  @Override
  public Loss create(SwavOptions options, Setup setup) {
    if (options.prototypes().isEmpty()) {
      throw new ConfigurationException(
          setup.name() + ".prototypes is empty; say how many there are, such as [3000]");
    }
    Shape row = setup.shape(Rows.of("view-1", options.output()));
    if (row.dimension() != 1) {
      throw new ConfigurationException(
          "%s: loss \"swav\" compares one vector a sample, but the output \"%s\" has rows of shape %s"
              .formatted(setup.name(), options.output(), row));
    }
    List<Bank> queues = options.queues().stream().map(setup::bank).toList();
    return new Swav(
        new SwavEquation(setup.kernels(), options),
        options,
        new Prototypes(options.prototypes(), row.get(0), setup),
        queues);
  }
}
