package io.dyad.contrast.cacr;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code cacr-momentum}: the form of the authors' large experiments. Every contrast holds
 * queries against one key view, as {@code cross-view { anchors = prediction, keys = projection,
 * twin = true }} makes them; queries of the same key are one group of positives. No gradient
 * reaches keys and weights.
 */
@Stable
public final class CacrMomentumProvider implements LossProvider<CacrMomentumOptions> {
  @Override
  public String name() {
    return "cacr-momentum";
  }

  @Override
  public String summary() {
    return "CACR against the keys of a momentum twin, other samples' keys as negatives";
  }

  @Override
  public String source() {
    return "arXiv 2105.03746 (CACR)";
  }

  @Override
  public Class<CacrMomentumOptions> options() {
    return CacrMomentumOptions.class;
  }

  @Override
  public Loss create(CacrMomentumOptions options, Setup setup) {
    return new CacrMomentum(options, setup.kernels().resource(CacrMomentum.class, "cacr-momentum"));
  }
}
