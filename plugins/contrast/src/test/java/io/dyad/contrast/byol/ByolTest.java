package io.dyad.contrast.byol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ByolTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void opposite_rows_cost_four_in_each_direction() {
    NDArray rows = harness.leaf(new Shape(2, 2), 1, 0, 0, 3);
    assertThat(TwoViews.oneWay(loss(), harness, rows, rows.neg()).total().getDouble())
        .isCloseTo(4, within(1e-12));
    assertThat(TwoViews.bothWays(loss(), harness, rows, rows.neg()).total().getDouble())
        .isCloseTo(8, within(1e-12));
  }

  @Test
  void three_views_cost_the_mean_of_their_pairs() {
    NDArray first = harness.leaf(new Shape(1, 2), 1, 0);
    NDArray second = harness.leaf(new Shape(1, 2), 0, 1);
    NDArray third = harness.leaf(new Shape(1, 2), -1, 0);
    double pairs = 4 + 8 + 4;
    assertThat(TwoViews.bothWays(loss(), harness, first, second, third).total().getDouble())
        .isCloseTo(pairs / 3, within(1e-12));
  }

  @Test
  void a_row_of_zeros_has_finite_gradients() {
    NDArray rows = harness.leaf(new Shape(2, 2), 0, 0, 1, 0);
    NDArray other = harness.leaf(new Shape(2, 2), 1, 1, 1, 0);
    NDArray value = TwoViews.oneWay(loss(), harness, rows, other).total();
    assertThat(Arrays.stream(harness.gradients(value, rows).head().toDoubleArray()))
        .allMatch(Double::isFinite);
  }

  private Loss loss() {
    return new ByolProvider().create(new ByolOptions(), harness.setup());
  }
}
