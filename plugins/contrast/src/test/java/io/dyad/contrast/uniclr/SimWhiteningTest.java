package io.dyad.contrast.uniclr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.LossValue;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import io.dyad.contrast.symmetry.Divisor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimWhiteningTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  /** Unit rows (1), (-1), (1), (-1): mean 0, covariance 4/3 + 2/3, affinities +-1/2. */
  @Test
  void two_samples_in_one_dimension_cost_the_closed_form_value() {
    assertThat(contrast(LogitDivisor.NONE)).isCloseTo(softplus(-1 / 0.5), within(1e-12));
    assertThat(contrast(LogitDivisor.WIDTH)).isCloseTo(softplus(-1 / 0.5), within(1e-12));
    assertThat(contrast(LogitDivisor.SAMPLES)).isCloseTo(softplus(-1 / 0.5 / 2), within(1e-12));
  }

  @Test
  void an_asymmetric_affinity_costs_its_weight() {
    NDArray first = harness.leaf(new Shape(2, 2), 1, 0, 1, 1);
    NDArray second = harness.leaf(new Shape(2, 2), 1, 0, -1, 3);
    LossValue value =
        TwoViews.oneWay(
            new SimWhiteningProvider().create(options(LogitDivisor.NONE, 0.5), harness.setup()),
            harness,
            first,
            second);
    double contrast = requireNonNull(value.terms().get("cross-entropy")).getDouble();
    double symmetric = requireNonNull(value.terms().get("symmetric-loss")).getDouble();
    assertThat(symmetric).isPositive();
    assertThat(value.total().getDouble()).isCloseTo(contrast + 0.5 * symmetric, within(1e-12));
  }

  private double contrast(LogitDivisor divisor) {
    NDArray rows = harness.leaf(new Shape(2, 1), 3, -2);
    return TwoViews.oneWay(
            new SimWhiteningProvider().create(options(divisor, 0), harness.setup()),
            harness,
            rows,
            rows)
        .total()
        .getDouble();
  }

  private static SimWhiteningOptions options(LogitDivisor divisor, double symmetric) {
    return new SimWhiteningOptions(
        0.5, divisor, 2.0 / 3, symmetric, Divisor.NONE, StatisticsKind.BATCH, 1);
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }
}
