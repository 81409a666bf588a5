package io.dyad.graph.meow;

import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;

/** Offers {@code meow-views}: a coarse and a fine view of a heterogeneous graph. */
@Stable
public final class MeowViewsProvider implements ViewGeneratorProvider<MeowViewsOptions> {
  @Override
  public String name() {
    return "meow-views";
  }

  @Override
  public String summary() {
    return "a coarse view, the mean over meta-paths, and a fine one, each meta-path and its masked copy";
  }

  @Override
  public String source() {
    return "Yu, Ge, Li and Zhou, Heterogeneous Graph Contrastive Learning with Meta-path Contexts"
        + " and Adaptively Weighted Negative Samples, TKDE 2024";
  }

  @Override
  public Class<MeowViewsOptions> options() {
    return MeowViewsOptions.class;
  }

  @Override
  public ViewGenerator create(MeowViewsOptions options, Setup setup) {
    return new MeowViews(options, setup);
  }
}
