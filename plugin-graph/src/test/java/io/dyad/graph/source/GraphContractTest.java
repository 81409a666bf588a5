package io.dyad.graph.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.util.Map;
import java.util.Optional;

class GraphContractTest extends DataSourceContract {
  @Override
  protected GraphProvider provider() {
    return new GraphProvider();
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
