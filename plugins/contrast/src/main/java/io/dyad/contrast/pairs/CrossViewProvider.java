package io.dyad.contrast.pairs;

import io.dyad.api.PairSampler;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code cross-view}. */
@Stable
public final class CrossViewProvider implements PairSamplerProvider<CrossViewOptions> {
  @Override
  public String name() {
    return "cross-view";
  }

  @Override
  public String summary() {
    return "one view against another, each in turn; keys may be another output, or the twin's";
  }

  @Override
  public String source() {
    return "Chen, Xie and He 2021 (MoCo v3); Grill et al. 2020 (BYOL)";
  }

  @Override
  public Class<CrossViewOptions> options() {
    return CrossViewOptions.class;
  }

  @Override
  public PairSampler create(CrossViewOptions options, Setup setup) {
    return new CrossViewSampler(options);
  }
}
