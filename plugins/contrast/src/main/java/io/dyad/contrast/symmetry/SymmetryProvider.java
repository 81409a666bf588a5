package io.dyad.contrast.symmetry;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code symmetry}. Its value is not squared and grows with the number of samples over the
 * temperature: at batch 128 and temperature 0.2 the published weight 0.01 outweighs a contrast,
 * 0.001 does not.
 */
@Stable
public final class SymmetryProvider implements LossProvider<SymmetryOptions> {
  static final String NAME = "symmetry";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "norm of the difference of two views' affinity matrix and its transpose; a further term";
  }

  @Override
  public String source() {
    return "Li et al. 2022 (UniCLR), symmetric loss";
  }

  @Override
  public Class<SymmetryOptions> options() {
    return SymmetryOptions.class;
  }

  @Override
  public Loss create(SymmetryOptions options, Setup setup) {
    return new Symmetry(new Asymmetry(setup.kernels()), options);
  }
}
