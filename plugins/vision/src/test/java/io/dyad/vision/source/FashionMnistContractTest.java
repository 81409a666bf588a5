package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.util.Map;
import java.util.Optional;

class FashionMnistContractTest extends DataSourceContract {
  @Override
  protected FashionMnistProvider provider() {
    return new FashionMnistProvider();
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 10_000L, "test", 2000L);
  }

  @Override
  protected long classes() {
    return 10;
  }

  @Override
  protected Optional<Shape> sample() {
    return Optional.of(new Shape(1, 28, 28));
  }
}
