package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.api.Metric;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeometryEvaluatorTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  /** The axes and their opposites: mean 0, each column has mean square 1 / d. */
  @Test
  void rows_spread_evenly_have_full_rank_and_deviation_one() {
    NDArray axes = manager.eye(5).mul(3f);
    Map<String, Double> figures = figures(axes.concat(axes.mul(-2f), 0), 0, true);
    assertThat(figures.get("effective-rank")).isCloseTo(5, within(1e-6));
    assertThat(figures.get("deviation")).isCloseTo(1, within(1e-6));
  }

  /** All pairs of axes are the root of two apart, so exp(-2 * 2) for each. */
  @Test
  void uniformity_is_the_logarithm_of_a_mean_over_pairs_without_those_of_a_row_with_itself() {
    assertThat(figures(manager.eye(7), 0, true).get("uniformity")).isCloseTo(-4, within(1e-6));
  }

  /** 1250 rows on each of two poles: more than one block of rows. */
  @Test
  void blocks_of_pairs_add_up() {
    NDArray pole = manager.ones(new Shape(1250, 1));
    double same = 2 * 1250.0 * 1249;
    double opposite = 2 * 1250.0 * 1250 * Math.exp(-8);
    assertThat(figures(pole.concat(pole.mul(-1f), 0), 0, true).get("uniformity"))
        .isCloseTo(Math.log((same + opposite) / (2500.0 * 2499)), within(1e-9));
  }

  /** Nine rows along one axis, one along another: singular values 3 and 1. */
  @Test
  void the_rank_is_the_exponential_of_the_entropy_of_the_singular_values() {
    float[] rows = new float[10 * 4];
    for (int i = 0; i < 10; i++) {
      rows[4 * i + (i < 9 ? 0 : 2)] = 1;
    }
    double entropy = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);
    NDArray array = manager.create(rows, new Shape(10, 4));
    assertThat(figures(array, 0, false).get("effective-rank"))
        .isCloseTo(Math.exp(entropy), within(1e-6));
    assertThat(figures(array, 0, true).get("effective-rank")).isCloseTo(1, within(1e-6));
  }

  @Test
  void rows_wider_than_many_have_the_rank_of_their_transpose() {
    NDArray wide = manager.eye(3).concat(manager.zeros(new Shape(3, 20)), 1);
    assertThat(figures(wide, 0, false).get("effective-rank")).isCloseTo(3, within(1e-6));
  }

  @Test
  void rows_that_are_the_same_but_for_rounding_have_no_rank_and_no_spread() {
    NDArray same = manager.arange(1f, 9f).reshape(1, 8).repeat(0, 40).mul(0.1f);
    Map<String, Double> figures = figures(same, 0, true);
    assertThat(figures.get("effective-rank")).isZero();
    assertThat(figures.get("deviation")).isCloseTo(0, within(1e-9));
    assertThat(figures.get("uniformity")).isCloseTo(0, within(1e-9));
  }

  @Test
  void some_samples_are_spread_over_the_split() {
    NDArray blocks = manager.eye(4).repeat(0, 100);
    assertThat(figures(blocks, 4, false).get("effective-rank")).isCloseTo(4, within(1e-6));
    assertThat(figures(blocks, 4, true).get("uniformity")).isCloseTo(-4, within(1e-6));
  }

  @Test
  void one_sample_has_no_geometry() {
    assertThatThrownBy(() -> figures(manager.eye(1), 0, true))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("two samples", "train", "has 1");
    assertThatThrownBy(() -> new GeometryOptions("representation", "train", 1, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("samples must be 0 (all) or at least 2");
  }

  private Map<String, Double> figures(NDArray rows, int samples, boolean centre) {
    NDArray features = rows.toType(DataType.FLOAT32, false);
    try (GradientMode ignored = GradientMode.disabled()) {
      return new GeometryEvaluator(new GeometryOptions("code", "train", samples, centre), kernels)
          .evaluate(FixedEvaluation.of(Map.of("code of train", features))).stream()
              .collect(Collectors.toMap(Metric::name, Metric::value));
    }
  }
}
