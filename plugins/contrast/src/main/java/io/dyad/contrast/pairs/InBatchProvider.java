package io.dyad.contrast.pairs;

import io.dyad.api.ConfigurationException;
import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.api.Structure;

/** Offers {@code in-batch}. */
@Stable
public final class InBatchProvider implements PairSamplerProvider<InBatchOptions> {
  @Override
  public String name() {
    return "in-batch";
  }

  @Override
  public String summary() {
    return "other views of a sample are positives, other samples of the batch negatives";
  }

  @Override
  public String source() {
    return "Chen et al. 2020 (SimCLR)";
  }

  @Override
  public Class<InBatchOptions> options() {
    return InBatchOptions.class;
  }

  @Override
  public PairSampler create(InBatchOptions options, Setup setup) {
    if (!options.sameView() && !options.crossView()) {
      throw new ConfigurationException(
          setup.name() + ": in-batch needs negatives; set same-view or cross-view to true");
    }
    Structure structure =
        Structure.of(options.sameView(), options.crossView(), options.partnerInDenominator());
    return new InBatchSampler(options.output(), structure, options.joint());
  }
}
