package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.evaluation.LinearProbeOptions.Scaling;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.toolkit.draws.SeededDraws;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final LogisticRegression regression = new LogisticRegression(kernels);

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  /**
   * One feature, two samples at -1 and 1 of different classes: by symmetry the weights are (-w, w)
   * and the biases 0, and the gradient w.r.t. w vanishes where 1 / (1 + exp(2 w)) = penalty * w /
   * 2.
   */
  @Test
  void two_samples_meet_the_closed_form_condition() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray features = manager.create(new double[] {-1, 1}, new Shape(2, 1));
      NDArray labels = manager.create(new long[] {0, 1});
      double penalty = 0.5;
      NDArray weights =
          regression.fit(regression.scaled(features, Scaling.NONE), labels, 2, penalty, 200);
      double weight = weights.getDouble(0, 1);
      assertThat(weights.getDouble(0, 0)).isCloseTo(-weight, within(1e-4));
      assertThat(weights.getDouble(1, 0)).isCloseTo(0, within(1e-4));
      assertThat(1 / (1 + Math.exp(2 * weight))).isCloseTo(penalty * weight / 2, within(1e-4));
    }
  }

  @Test
  void separable_classes_are_told_apart() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray features =
          manager.create(
              new double[] {1, 0, 0.9, 0.1, 0, 1, 0.2, 0.8, -1, -1, -0.8, -1}, new Shape(6, 2));
      NDArray labels = manager.create(new long[] {0, 0, 1, 1, 2, 2});
      ScaledRows rows = regression.scaled(features, Scaling.NONE);
      NDArray weights = regression.fit(rows, labels, 3, 0.01, 200);
      assertThat(regression.predict(weights, rows).toLongArray()).containsExactly(0, 0, 1, 1, 2, 2);
    }
  }

  @Test
  void columns_are_brought_to_mean_0_and_deviation_1_over_all_chunks() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray features = manager.arange(0f, 100_000f).reshape(50_000, 2).mul(3f);
      ScaledRows rows = regression.scaled(features, Scaling.STANDARD);
      assertThat(rows.count()).isGreaterThan(rows.chunk() / 3);
      assertThat(rows.shift().toDoubleArray()).containsExactly(149_997, 150_000);
      double deviation = 6 * Math.sqrt((50_000.0 * 50_000 - 1) / 12);
      assertThat(rows.scale().getDouble(0, 0)).isCloseTo(deviation, within(1e-6));
    }
  }

  /** The objective by whole arrays, as its Javadoc says it, beside the one in chunks. */
  @Test
  void the_gradient_vanishes_where_the_whole_objective_says() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray features = manager.randomNormal(new Shape(5000, 200));
      NDArray labels = features.get(":, :3").argMax(1);
      ScaledRows rows = regression.scaled(features, Scaling.UNIT);
      assertThat(rows.count()).isGreaterThan(3 * rows.chunk());
      NDArray weights = regression.fit(rows, labels, 3, 2, 500);
      NDArray unit = Features.unit(features.toType(DataType.FLOAT64, true));
      NDArray error =
          unit.matMul(weights.get(":200"))
              .add(weights.get("200:"))
              .softmax(1)
              .sub(labels.oneHot(3).toType(DataType.FLOAT64, false));
      NDArray gradient =
          unit.transpose().matMul(error).div(5000.0).add(weights.get(":200").mul(2 / 5000.0));
      assertThat(gradient.abs().max().getDouble()).isLessThan(1e-5);
      assertThat(error.mean(new int[] {0}).abs().max().getDouble()).isLessThan(1e-5);
    }
  }

  @Test
  void stochastic_gradients_reach_nearly_the_same_place_and_repeat() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray features = manager.randomNormal(new Shape(5000, 20));
      NDArray labels = features.get(":, :3").argMax(1);
      ScaledRows rows = regression.scaled(features, Scaling.NONE);
      NDArray solved = regression.fit(rows, labels, 3, 50, 500);
      NDArray first = descended(rows, labels, 1);
      NDArray gap = first.sub(solved).norm().div(solved.norm());
      assertThat(gap.getDouble()).isLessThan(0.05);
      assertThat(descended(rows, labels, 1)).isEqualTo(first);
      assertThat(descended(rows, labels, 2)).isNotEqualTo(first);
    }
  }

  @Test
  void solving_leaves_only_the_weights() {
    try (GradientMode ignored = GradientMode.disabled()) {
      NDArray features = manager.randomNormal(new Shape(300, 5));
      NDArray labels = features.get(":, :2").argMax(1);
      ScaledRows rows = regression.scaled(features, Scaling.NONE);
      int before = manager.getManagedArrays().size();
      regression.fit(rows, labels, 2, 1, 200);
      assertThat(manager.getManagedArrays().size() - before).isLessThan(6);
    }
  }

  private NDArray descended(ScaledRows rows, NDArray labels, long seed) {
    DescentOptions descent = new DescentOptions(60, 128, 0.3);
    return regression.descend(rows, labels, 3, 50, descent, new SeededDraws(seed, manager));
  }
}
