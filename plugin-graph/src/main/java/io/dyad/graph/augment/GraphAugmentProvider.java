package io.dyad.graph.augment;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;

/** Offers {@code graph-augment}. */
@Stable
public final class GraphAugmentProvider implements ViewGeneratorProvider<GraphAugmentOptions> {
  static final String NAME = "graph-augment";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "random views of a graph: edges dropped, features zeroed, evenly or by centrality";
  }

  @Override
  public String source() {
    return "Zhu et al. 2020, arXiv 2006.04131; Zhu et al. 2021, arXiv 2010.14945";
  }

  @Override
  public Class<GraphAugmentOptions> options() {
    return GraphAugmentOptions.class;
  }

  @Override
  public ViewGenerator create(GraphAugmentOptions options, Setup setup) {
    int views = options.edgeDrop().size();
    if (views == 0 || options.featureMask().size() != views) {
      throw new ConfigurationException(
          "%s.edge-drop and %s.feature-mask are one rate a view each, got %s and %s"
              .formatted(setup.name(), setup.name(), options.edgeDrop(), options.featureMask()));
    }
    return new GraphAugment(options, setup.kernels());
  }
}
