package io.dyad.contrast.pairs;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code labels}. */
@Stable
public final class LabelsProvider implements PairSamplerProvider<LabelsOptions> {
  @Override
  public String name() {
    return "labels";
  }

  @Override
  public String summary() {
    return "rows of the same label are positives, all other rows of the batch negatives";
  }

  @Override
  public String source() {
    return "Khosla et al. 2020 (SupCon)";
  }

  @Override
  public Class<LabelsOptions> options() {
    return LabelsOptions.class;
  }

  @Override
  public PairSampler create(LabelsOptions options, Setup setup) {
    return new LabelsSampler(options, setup.name());
  }
}
