package io.dyad.contrast.imbalanced;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.util.Map;
import java.util.Optional;

/** 300 points of each of four classes, of which class c keeps (c + 1) / 4. */
class ImbalancedContractTest extends DataSourceContract {
  @Override
  protected ImbalancedProvider provider() {
    return new ImbalancedProvider();
  }

  @Override
  protected String options() {
    return "of = labelled-points";
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 75L + 150 + 225 + 300, "test", 8L);
  }

  @Override
  protected long classes() {
    return 4;
  }

  @Override
  protected Optional<Shape> sample() {
    return Optional.of(new Shape(1));
  }
}
