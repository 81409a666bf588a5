package io.dyad.graph.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.util.Map;
import java.util.Optional;

class PlantedCommunitiesContractTest extends DataSourceContract {
  @Override
  protected PlantedCommunitiesProvider provider() {
    return new PlantedCommunitiesProvider();
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 300L);
  }

  @Override
  protected long classes() {
    return 4;
  }

  @Override
  protected Optional<Shape> sample() {
    return Optional.of(new Shape(80));
  }
}
