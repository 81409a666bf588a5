package io.dyad.medical.sepclr;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code sepclr}.
 *
 * @since 0.1
 */
@Stable
public final class SepClrProvider implements LossProvider<SepClrOptions> {
  @Override
  public String name() {
    return "sepclr";
  }

  @Override
  public String summary() {
    return "a common code of all samples and a salient one of what the target set adds";
  }

  @Override
  public String source() {
    return "Louiset et al. 2024, arXiv 2402.11928";
  }

  @Override
  public Class<SepClrOptions> options() {
    return SepClrOptions.class;
  }

  @Override
  public Loss create(SepClrOptions options, Setup setup) {
    return new SepClr(options, setup.kernels().resource(SepClr.class, "sepclr"));
  }
}
