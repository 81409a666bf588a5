package io.dyad.contrast.co2;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/**
 * Offers {@code co2}: half the symmetric divergence of two distributions, a softmax of the cosines
 * of a sample's query with candidates and one of those of its key, averaged over samples.
 *
 * <p>Over {@code queue} pairs the candidates are the rows of the bank. Over {@code cross-view} or
 * {@code in-batch} pairs each of the two views is compared with the rows of the other one, sample
 * by sample. Rows of a twin or a bank get no gradient. Its weight is that of its term of the
 * objective.
 */
@Stable
public final class Co2Provider implements LossProvider<Co2Options> {
  @Override
  public String name() {
    return "co2";
  }

  @Override
  public String summary() {
    return "a query and its key like the same negatives; a term beside a contrastive loss";
  }

  @Override
  public String source() {
    return "Wei et al. 2021 (CO2), arXiv 2010.02217";
  }

  @Override
  public Class<Co2Options> options() {
    return Co2Options.class;
  }

  @Override
  public Loss create(Co2Options options, Setup setup) {
    return new Co2(new Co2Equation(setup.kernels(), options));
  }
}
