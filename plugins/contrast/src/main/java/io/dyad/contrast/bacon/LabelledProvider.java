package io.dyad.contrast.bacon;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code labelled}. */
@Stable
public final class LabelledProvider implements PairSamplerProvider<LabelledOptions> {
  @Override
  public String name() {
    return "labelled";
  }

  @Override
  public String summary() {
    return "the labelled samples of a batch alone: those of one label are positives, unlabelled ones are no keys, either";
  }

  @Override
  public String source() {
    return "Vaze et al. 2022 (Generalized Category Discovery); BaCon, arXiv 2310.01376";
  }

  @Override
  public Class<LabelledOptions> options() {
    return LabelledOptions.class;
  }

  @Override
  public PairSampler create(LabelledOptions options, Setup setup) {
    return new Labelled(options, new ChosenSamples(setup.kernels(), options.output()));
  }
}
