package io.dyad.graph.augment;

import io.dyad.api.Setup;
import io.dyad.api.Stable;
import io.dyad.api.ViewGenerator;
import io.dyad.api.ViewGeneratorProvider;

/** Offers {@code graph-diffusion}. */
@Stable
public final class GraphDiffusionProvider implements ViewGeneratorProvider<GraphDiffusionOptions> {
  static final String NAME = "graph-diffusion";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String summary() {
    return "a graph as it is, and with edges from where walks from a node most often end";
  }

  @Override
  public String source() {
    return "Hassani and Khasahmadi 2020, arXiv 2006.05582; Klicpera et al. 2019, arXiv 1911.05485";
  }

  @Override
  public Class<GraphDiffusionOptions> options() {
    return GraphDiffusionOptions.class;
  }

  @Override
  public ViewGenerator create(GraphDiffusionOptions options, Setup setup) {
    return new GraphDiffusion(options);
  }
}
