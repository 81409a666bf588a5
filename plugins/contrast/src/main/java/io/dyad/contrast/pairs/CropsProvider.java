package io.dyad.contrast.pairs;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code crops}: large crops against all others, as methods of multi-crop want them. */
@Stable
public final class CropsProvider implements PairSamplerProvider<CropsOptions> {
  @Override
  public String name() {
    return "crops";
  }

  @Override
  public String summary() {
    return "each view of a tag, global by default, against all other views; partners only";
  }

  @Override
  public String source() {
    return "Caron et al. 2020 (SwAV)";
  }

  @Override
  public Class<CropsOptions> options() {
    return CropsOptions.class;
  }

  @Override
  public PairSampler create(CropsOptions options, Setup setup) {
    return new CropsSampler(options);
  }
}
