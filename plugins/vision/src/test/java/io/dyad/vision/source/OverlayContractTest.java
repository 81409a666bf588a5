package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.contract.DataSourceContract;
import java.util.Map;
import java.util.Optional;

class OverlayContractTest extends DataSourceContract {
  @Override
  protected OverlayProvider provider() {
    return new OverlayProvider();
  }

  @Override
  protected String options() {
    return "base = fashion-mnist, over = scattered-digits, magnify = 2, share = 0.25";
  }

  @Override
  protected Map<String, Long> sizes() {
    return Map.of("train", 10_000L, "test", 2000L, "train-overlaid", 2554L, "test-overlaid", 499L);
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
