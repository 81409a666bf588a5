package io.dyad.contrast.wmse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.aligned.TwoViews;
import io.dyad.toolkit.draws.GivenDraws;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WmseTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void a_whitened_block_has_the_identity_for_its_covariance() {
    NDArray rows = random(harness, "rows", 12, 5);
    assertThat(distanceFromIdentity(rows)).isLessThan(1e-8);
  }

  @Test
  void nearly_dependent_features_in_float32_are_whitened_all_the_same() {
    try (Harness single = new Harness(DataType.FLOAT32)) {
      NDArray rows = random(single, "rows", 12, 2);
      NDArray nearly = rows.add(random(single, "rest", 12, 2).mul(1e-4f));
      assertThat(distanceFromIdentity(rows.concat(nearly, 1))).isLessThan(1e-6);
    }
  }

  @Test
  void views_are_dealt_alike_so_that_equal_views_cost_nothing() {
    NDArray rows = random(harness, "rows", 12, 2);
    Loss loss = loss(new WmseOptions(4, 3, 0, true));
    assertThat(TwoViews.oneWay(loss, harness, rows, rows.duplicate()).total().getDouble())
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void iterations_are_averaged() {
    NDArray order = harness.constant(new Shape(4), 0, 1, 2, 3).toType(DataType.INT64, false);
    NDArray other = harness.constant(new Shape(4), 0, 2, 1, 3).toType(DataType.INT64, false);
    double both = value(new WmseOptions(2, 2, 0.5, true), order, other);
    double first = value(new WmseOptions(2, 1, 0.5, true), order, order);
    double second = value(new WmseOptions(2, 1, 0.5, true), other, other);
    assertThat(first).isNotCloseTo(second, within(1e-3));
    assertThat(both).isCloseTo((first + second) / 2, within(1e-12));
  }

  @Test
  void too_few_rows_for_their_width_are_refused_with_both_and_epsilon() {
    NDArray rows = random(harness, "rows", 4, 4);
    Loss loss = loss(new WmseOptions(4, 1, 0, true));
    assertThatThrownBy(() -> TwoViews.oneWay(loss, harness, rows, rows))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("w-mse", "d = 4", "s = 4", "epsilon = 0");
  }

  @Test
  void a_batch_that_sub_batches_do_not_divide_is_refused() {
    NDArray rows = random(harness, "rows", 10, 2);
    Loss loss = loss(new WmseOptions(4, 1, 0, true));
    assertThatThrownBy(() -> TwoViews.oneWay(loss, harness, rows, rows))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("w-mse", "4 rows", "10", "train.batch-size");
  }

  private double value(WmseOptions options, NDArray order, NDArray other) {
    return loss(options)
        .evaluate(
            FakeEncoded.projections(random(harness, "a", 4, 2), random(harness, "b", 4, 2)),
            Pairs.of(TwoViews.contrast(harness, 1, 2)),
            harness
                .context()
                .with(
                    GivenDraws.of(
                        Map.of(
                            "iteration/0/permutation", order, "iteration/1/permutation", other))))
        .total()
        .getDouble();
  }

  private Loss loss(WmseOptions options) {
    return new WmseProvider().create(options, harness.setup());
  }

  private double distanceFromIdentity(NDArray rows) {
    NDArray white =
        new CholeskyWhitening(harness.kernels()).whitened(rows.expandDims(0), 0).squeeze(0);
    NDArray covariance = white.transpose().matMul(white).div(rows.getShape().get(0) - 1);
    return covariance
        .sub(covariance.getManager().eye(Math.toIntExact(rows.getShape().get(1))))
        .abs()
        .max()
        .toType(DataType.FLOAT64, false)
        .getDouble();
  }

  private static NDArray random(Harness harness, String name, long rows, long width) {
    return new SeededDraws(5, harness.manager())
        .normal(name, new Shape(rows, width))
        .toType(harness.setup().dataType(), false);
  }
}
