package io.dyad.graph.source;

import io.dyad.api.DataSource;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.Setup;
import io.dyad.api.Stable;

/** Offers {@code planted-communities}. */
@Stable
public final class PlantedCommunitiesProvider
    implements DataSourceProvider<PlantedCommunitiesOptions> {
  @Override
  public String name() {
    return "planted-communities";
  }

  @Override
  public String summary() {
    return "a generated graph of communities with noisy binary features; ships with Dyad";
  }

  @Override
  public Class<PlantedCommunitiesOptions> options() {
    return PlantedCommunitiesOptions.class;
  }

  @Override
  public DataSource create(PlantedCommunitiesOptions options, Setup setup) {
    return GraphSource.of(name(), PlantedCommunities.make(options, Normalization.ROWS), setup);
  }
}
