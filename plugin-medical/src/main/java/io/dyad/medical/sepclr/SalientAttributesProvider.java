package io.dyad.medical.sepclr;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code salient-attributes}.
 *
 * @since 0.1
 */
@Stable
public final class SalientAttributesProvider implements LossProvider<SalientAttributesOptions> {
  @Override
  public String name() {
    return "salient-attributes";
  }

  @Override
  public String summary() {
    return "each coordinate of a salient code follows an attribute of target samples";
  }

  @Override
  public String source() {
    return "Louiset et al. 2024, arXiv 2402.11928, supervised disentangling";
  }

  @Override
  public Class<SalientAttributesOptions> options() {
    return SalientAttributesOptions.class;
  }

  @Override
  public Loss create(SalientAttributesOptions options, Setup setup) {
    if (options.attributes().isEmpty()) {
      throw new ConfigurationException(
          setup.name() + ".attributes is empty; name at least one target and its coordinate");
    }
    return new SalientAttributes(options, setup.kernels().resource(SepClr.class, "sepclr"));
  }
}
