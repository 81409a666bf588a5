package io.dyad.contrast.infonce;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code info-nce}.
 *
 * <p>Its memory grows with the rows, not with their square: beyond 512 anchors and as many keys it
 * takes the gradient in strips, and that gradient cannot be differentiated again.
 */
@Stable
public final class InfoNceProvider implements LossProvider<InfoNceOptions> {
  @Override
  public String name() {
    return "info-nce";
  }

  @Override
  public String summary() {
    return "cross entropy that picks each anchor's positives among its keys";
  }

  @Override
  public String source() {
    return "van den Oord et al. 2018; Chen et al. 2020 (SimCLR), equation 1; Khosla et al. 2020 (SupCon), equation 2";
  }

  @Override
  public Class<InfoNceOptions> options() {
    return InfoNceOptions.class;
  }

  @Override
  public Loss create(InfoNceOptions options, Setup setup) {
    return new InfoNce(new InfoNceEquation(setup.kernels(), options), options.factor());
  }
}
