package io.dyad.contrast.bacon;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code pseudo-label}. */
@Stable
public final class PseudoLabelProvider implements LossProvider<PseudoLabelOptions> {
  @Override
  public String name() {
    return "pseudo-label";
  }

  @Override
  public String summary() {
    return "a classifier learns from its own predictions of another view, from labels where there are any, and to follow class counts";
  }

  @Override
  public String source() {
    return "BaCon, NeurIPS 2023, arXiv 2310.01376; Wen et al. 2023 (SimGCD)";
  }

  @Override
  public Class<PseudoLabelOptions> options() {
    return PseudoLabelOptions.class;
  }

  @Override
  public Loss create(PseudoLabelOptions options, Setup setup) {
    return new PseudoLabel(options, new PseudoLabelEquation(setup.kernels()), setup.name());
  }
}
