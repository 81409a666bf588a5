package io.dyad.contrast.simsiam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Loss;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimSiamTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void rows_of_one_direction_reach_the_least_value() {
    NDArray rows = harness.leaf(new Shape(2, 2), 1, 2, 3, 4);
    assertThat(TwoViews.bothWays(loss(true), harness, rows, rows).total())
        .satisfies(value -> assertThat(value.getDouble()).isCloseTo(-1, within(1e-12)));
  }

  @Test
  void keys_get_a_gradient_only_without_the_stop() {
    NDArray anchors = harness.leaf(new Shape(1, 2), 1, 0);
    NDArray keys = harness.leaf(new Shape(1, 2), 1, 1);
    NDArray stopped = TwoViews.oneWay(loss(true), harness, anchors, keys).total();
    assertThat(harness.gradients(stopped, keys).head().toDoubleArray()).containsOnly(0);
    NDArray free = TwoViews.oneWay(loss(false), harness, anchors, keys).total();
    double slope = Math.pow(2, -1.5);
    assertThat(harness.gradients(free, keys).head().toDoubleArray())
        .containsExactly(new double[] {-slope, slope}, within(1e-12));
  }

  private Loss loss(boolean stopGradient) {
    return new SimSiamProvider().create(new SimSiamOptions(stopGradient), harness.setup());
  }
}
