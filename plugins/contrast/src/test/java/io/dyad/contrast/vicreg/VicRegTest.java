package io.dyad.contrast.vicreg;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.LossValue;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VicRegTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void terms_of_two_samples_are_those_worked_out_by_hand() {
    NDArray first = harness.leaf(new Shape(2, 2), 0.1, 0.2, -0.1, -0.2);
    NDArray second = harness.leaf(new Shape(2, 2), 2, 0, -2, 0);
    LossValue value = value(first, second, new VicRegOptions(25, 25, 1, 1, 1e-4));
    double invariance = 2 * (1.9 * 1.9 + 0.2 * 0.2) / 4;
    double hinges =
        (1 - Math.sqrt(0.02 + 1e-4) + 1 - Math.sqrt(0.08 + 1e-4)) / 2
            + (0 + 1 - Math.sqrt(1e-4)) / 2;
    double covariance = 2 * 0.04 * 0.04 / 2;
    assertThat(term(value, "invariance")).isCloseTo(invariance, within(1e-12));
    assertThat(term(value, "variance")).isCloseTo(hinges / 2, within(1e-12));
    assertThat(term(value, "covariance")).isCloseTo(covariance, within(1e-12));
    assertThat(value.total().getDouble())
        .isCloseTo(25 * invariance + 25 * hinges / 2 + covariance, within(1e-10));
  }

  @Test
  void weights_of_zero_leave_agreement() {
    NDArray first = harness.leaf(new Shape(2, 1), 1, 2);
    NDArray second = harness.leaf(new Shape(2, 1), 1, 4);
    LossValue value = value(first, second, new VicRegOptions(1, 0, 0, 1, 1e-4));
    assertThat(value.total().getDouble()).isCloseTo(2, within(1e-12));
  }

  private LossValue value(NDArray first, NDArray second, VicRegOptions options) {
    return TwoViews.oneWay(
        new VicRegProvider().create(options, harness.setup()), harness, first, second);
  }

  private static double term(LossValue value, String name) {
    return requireNonNull(value.terms().get(name)).getDouble();
  }
}
