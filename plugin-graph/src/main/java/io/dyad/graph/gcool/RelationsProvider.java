package io.dyad.graph.gcool;

import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;

/**
 * Offers {@code relations}.
 *
 * @since 0.1
 */
@Stable
public final class RelationsProvider implements ViewGeneratorProvider<RelationsOptions> {
  @Override
  public String name() {
    return "relations";
  }

  @Override
  public String summary() {
    return "one view a relation of a graph of several; the plain view holds them all, by name";
  }

  @Override
  public String source() {
    return "Li, Jing and Tong 2022 (gCooL), arXiv 2110.14863";
  }

  @Override
  public Class<RelationsOptions> options() {
    return RelationsOptions.class;
  }

  @Override
  public ViewGenerator create(RelationsOptions options, Setup setup) {
    return new Relations(options);
  }
}
