package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
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
      NDArray weights = regression.fit(features, labels, 2, penalty, 200);
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
      NDArray weights = regression.fit(features, labels, 3, 0.01, 200);
      assertThat(regression.predict(weights, features).toLongArray())
          .containsExactly(0, 0, 1, 1, 2, 2);
    }
  }
}
