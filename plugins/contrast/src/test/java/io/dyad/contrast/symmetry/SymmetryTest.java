package io.dyad.contrast.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SymmetryTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void equal_views_cost_nothing_and_have_the_gradient_zero() {
    NDArray rows = harness.leaf(new Shape(2, 2), 1, 0, 0, 1);
    NDArray value = TwoViews.oneWay(loss(Divisor.NONE), harness, rows, rows).total();
    assertThat(value.getDouble()).isZero();
    assertThat(harness.gradients(value, rows).head().toDoubleArray()).containsOnly(0);
  }

  @Test
  void an_affinity_without_a_counterpart_costs_root_two_over_the_temperature() {
    assertThat(value(Divisor.NONE)).isCloseTo(Math.sqrt(2) / 0.2, within(1e-12));
  }

  @Test
  void the_norm_may_be_divided_by_the_samples() {
    assertThat(value(Divisor.SAMPLES)).isCloseTo(Math.sqrt(2) / 0.2 / 2, within(1e-12));
  }

  @Test
  void both_directions_are_added() {
    NDArray first = harness.leaf(new Shape(2, 2), 1, 0, 1, 0);
    NDArray second = harness.leaf(new Shape(2, 2), 1, 0, 0, 1);
    assertThat(TwoViews.bothWays(loss(Divisor.NONE), harness, first, second).total().getDouble())
        .isCloseTo(2 * Math.sqrt(2) / 0.2, within(1e-12));
  }

  /** The affinity matrix is (1 0; 1 0) over the temperature. */
  private double value(Divisor divisor) {
    NDArray first = harness.leaf(new Shape(2, 2), 1, 0, 1, 0);
    NDArray second = harness.leaf(new Shape(2, 2), 1, 0, 0, 1);
    return TwoViews.oneWay(loss(divisor), harness, first, second).total().getDouble();
  }

  private Loss loss(Divisor divisor) {
    return new SymmetryProvider()
        .create(new SymmetryOptions(0.2, true, divisor, 1), harness.setup());
  }
}
