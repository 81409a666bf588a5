package io.dyad.contrast.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void the_value_is_the_mean_of_all_squared_differences() {
    try (Harness harness = new Harness()) {
      NDArray first = harness.leaf(new Shape(2, 2), 1, 0, 0, 3);
      NDArray second = harness.leaf(new Shape(2, 2), 0, 0, 2, 3);
      NDArray value =
          TwoViews.bothWays(
                  new AgreementProvider().create(new AgreementOptions(), harness.setup()),
                  harness,
                  first,
                  second)
              .total();
      assertThat(value.getDouble()).isCloseTo((1 + 4) / 4.0, within(1e-12));
    }
  }
}
