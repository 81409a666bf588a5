package io.dyad.contrast.dhel;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code dhel}; values below zero are normal. */
@Stable
public final class DhelProvider implements LossProvider<DhelOptions> {
  @Override
  public String name() {
    return "dhel";
  }

  @Override
  public String summary() {
    return "partners attract; samples repel each other within a view only";
  }

  @Override
  public String source() {
    return "arXiv 2405.18045 (DHEL)";
  }

  @Override
  public Class<DhelOptions> options() {
    return DhelOptions.class;
  }

  @Override
  public Loss create(DhelOptions options, Setup setup) {
    DhelEquation equation = new DhelEquation(setup.kernels(), options.temperature());
    return new Dhel(equation, options.bothViewsInDenominator() ? 2 : 1);
  }
}
