package io.dyad.contrast.dhel;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code mv-dhel}.
 *
 * <p>The equation is that of the released code: pairs of views count once and a sample is not its
 * own neighbour, while the printed formula counts pairs twice (a constant) and the sample itself.
 * Values below zero are normal; they grow with the number of views and cannot be compared across
 * it.
 */
@Stable
public final class MvDhelProvider implements LossProvider<MvDhelOptions> {
  @Override
  public String name() {
    return "mv-dhel";
  }

  @Override
  public String summary() {
    return "all views of a sample attract; samples repel each other within each view";
  }

  @Override
  public String source() {
    return "arXiv 2507.06979 (MV-DHEL)";
  }

  @Override
  public Class<MvDhelOptions> options() {
    return MvDhelOptions.class;
  }

  @Override
  public Loss create(MvDhelOptions options, Setup setup) {
    return new MvDhel(new DhelEquation(setup.kernels(), options.temperature()));
  }
}
