package io.dyad.contrast.barlowtwins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BarlowTwinsTest {
  private static final double EPSILON = 1e-5;
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void uncorrelated_features_cost_what_the_epsilon_takes_from_the_diagonal() {
    NDArray rows = harness.leaf(new Shape(4, 2), 1, 1, 1, -1, -1, 1, -1, -1);
    LossValue value = TwoViews.oneWay(loss(), harness, rows, rows);
    double missing = 1 - 1 / (1 + EPSILON);
    assertThat(value.total().getDouble()).isCloseTo(2 * missing * missing, within(1e-14));
  }

  @Test
  void the_same_feature_twice_costs_lambda_for_each_element_off_the_diagonal() {
    NDArray rows = harness.leaf(new Shape(2, 2), 1e3, 1e3, -1e3, -1e3);
    LossValue value = TwoViews.oneWay(loss(), harness, rows, rows);
    assertThat(value.terms().get("off-diagonal"))
        .satisfies(rest -> assertThat(rest.getDouble()).isCloseTo(2, within(1e-9)));
    assertThat(value.total().getDouble()).isCloseTo(2 * 0.0051, within(1e-9));
  }

  @Test
  void a_constant_feature_costs_one_and_has_finite_gradients() {
    NDArray rows = harness.leaf(new Shape(2, 1), 3, 3);
    NDArray other = harness.leaf(new Shape(2, 1), 1, 2);
    NDArray value = TwoViews.oneWay(loss(), harness, rows, other).total();
    assertThat(value.getDouble()).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(harness.gradients(value, rows).head().toDoubleArray()))
        .allMatch(Double::isFinite);
  }

  private Loss loss() {
    return new BarlowTwinsProvider()
        .create(new BarlowTwinsOptions(0.0051, EPSILON), harness.setup());
  }
}
