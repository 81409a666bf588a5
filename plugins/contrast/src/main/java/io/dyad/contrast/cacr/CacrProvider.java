package io.dyad.contrast.cacr;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code cacr}: the form of the authors' small experiments, where gradients flow through the
 * weights, too. Repulsion looks from the earlier view of each pair to the later only, as released,
 * so the order of views matters. Values below zero are normal.
 */
@Stable
public final class CacrProvider implements LossProvider<CacrOptions> {
  @Override
  public String name() {
    return "cacr";
  }

  @Override
  public String summary() {
    return "far positives attract more, near negatives repel more, each within its group";
  }

  @Override
  public String source() {
    return "arXiv 2105.03746 (CACR)";
  }

  @Override
  public Class<CacrOptions> options() {
    return CacrOptions.class;
  }

  @Override
  public Loss create(CacrOptions options, Setup setup) {
    if (options.debias() > 0 && options.cost() == CacrCost.RBF) {
      throw new ConfigurationException(
          setup.name() + ": cacr has no debiased form of the rbf cost; set cost = euclidean");
    }
    return new Cacr(options, setup.kernels().resource(Cacr.class, "cacr"));
  }
}
