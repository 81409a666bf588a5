package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.util.Map;
import java.util.Optional;

class ScatteredDigitsContractTest extends DataSourceContract {
  @Override
  protected ScatteredDigitsProvider provider() {
    return new ScatteredDigitsProvider();
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 1297L, "test", 500L);
  }

  @Override
  protected long classes() {
    return 10;
  }

  @Override
  protected Optional<Shape> sample() {
    return Optional.of(new Shape(1, 12, 12));
  }
}
