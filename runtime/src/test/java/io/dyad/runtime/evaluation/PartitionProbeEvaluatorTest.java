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
import io.dyad.runtime.evaluation.LinearProbeOptions.Scaling;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartitionProbeEvaluatorTest {
  private static final List<Double> GRID = List.of(1000.0, 0.01);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final Map<String, NDArray> arrays = new HashMap<>();

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  /**
   * Five of class 0 at 1, three of class 1 at -1. A penalty of 1000 leaves only the bias, which
   * says 0; a small one finds the sign. Validation samples are right for one or the other; the test
   * part must follow it although the other penalty would be better there.
   */
  @Test
  void the_penalty_is_chosen_on_validation_samples_not_on_test_samples() {
    data(
        new float[] {1, 1, 1, 1, 1, -1, -1, -1, /* validation */ 1, -1, /* test */ 1, -1, -1, -1},
        new long[] {0, 0, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 1},
        new long[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2});
    Map<String, Double> sign = figures(given(GRID));
    assertThat(sign).containsEntry("validation-accuracy", 1.0).containsEntry("accuracy", 0.5);

    arrays.put(
        "label of train", manager.create(new long[] {0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1}));
    Map<String, Double> bias = figures(given(GRID));
    assertThat(bias).containsEntry("validation-accuracy", 1.0).containsEntry("accuracy", 0.75);
  }

  @Test
  void one_penalty_needs_no_validation_samples_and_reports_none() {
    data(new float[] {1, -1, 1, -1}, new long[] {0, 1, 0, 1}, new long[] {0, 0, 2, 2});
    assertThat(figures(given(List.of(0.01))))
        .isEqualTo(Map.of("accuracy", 1.0, "macro-f1", 1.0, "auc", 1.0));
    assertThatThrownBy(() -> figures(given(GRID)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no labelled validation");
  }

  @Test
  void unknown_labels_are_left_out() {
    data(
        new float[] {1, -1, 1, -1, 1, -1, 1},
        new long[] {0, 1, 0, 1, 0, 1, -1},
        new long[] {0, 0, 1, 1, 2, 2, 2});
    assertThat(figures(given(GRID))).containsEntry("accuracy", 1.0).containsEntry("auc", 1.0);
    arrays.put("label of train", manager.ones(new Shape(7), DataType.INT64).neg());
    assertThatThrownBy(() -> figures(given(GRID)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no labelled train");
  }

  /** Accuracies 1 and 0.5 of two partitions: mean 0.75, deviation 0.5 / sqrt(2). */
  @Test
  void over_several_partitions_figures_are_means_with_deviations() {
    data(
        new float[] {1, -1, 1, -1, 1, -1, 1, 1},
        new long[] {0, 1, 0, 1, 0, 1, 0, 1},
        new long[] {0, 0, 1, 1, 2, 2, 3, 3});
    arrays.put("other of train", manager.create(new long[] {0, 0, 1, 1, 3, 3, 2, 2}));
    Map<String, Double> figures =
        figures(options(Optional.empty(), List.of("part", "other"), Optional.empty(), GRID));
    assertThat(figures).containsEntry("accuracy", 0.75);
    assertThat(figures.get("accuracy-deviation")).isCloseTo(0.5 / Math.sqrt(2), within(1e-12));
    assertThat(figures.keySet())
        .containsExactly(
            "accuracy",
            "accuracy-deviation",
            "macro-f1",
            "macro-f1-deviation",
            "auc",
            "auc-deviation",
            "validation-accuracy",
            "validation-accuracy-deviation");
  }

  @Test
  void random_partitions_tell_separate_classes_apart() {
    NDArray labels = manager.arange(0, 300, 1, DataType.INT64).mod(3);
    NDArray rows =
        labels.oneHot(5, DataType.FLOAT32).mul(3).add(manager.randomNormal(new Shape(300, 5)));
    arrays.put("representation of train", rows);
    arrays.put("label of train", labels);
    Map<String, Double> figures =
        figures(
            options(
                Optional.empty(),
                List.of(),
                Optional.of(new RandomPartitionOptions(0.1, 0.1, 5)),
                GRID));
    assertThat(figures.get("accuracy")).isBetween(0.85, 0.999);
    assertThat(figures.get("accuracy-deviation")).isBetween(1e-4, 0.1);
  }

  @Test
  void where_partitions_come_from_must_be_clear() {
    assertThatThrownBy(() -> options(Optional.empty(), List.of(), Optional.empty(), GRID))
        .hasMessageContainingAll("partition = TARGET", "got none");
    assertThatThrownBy(() -> options(Optional.of("a"), List.of("b"), Optional.empty(), GRID))
        .hasMessageContaining("got 2");
    assertThat(
            new PartitionProbeEvaluator(given(GRID), new LogisticRegression(kernels))
                .needs()
                .targets())
        .containsExactlyInAnyOrder("label", "part");
  }

  private void data(float[] values, long[] labels, long[] parts) {
    arrays.put("representation of train", manager.create(values, new Shape(values.length, 1)));
    arrays.put("label of train", manager.create(labels));
    arrays.put("part of train", manager.create(parts));
  }

  private static PartitionProbeOptions given(List<Double> penalties) {
    return options(Optional.of("part"), List.of(), Optional.empty(), penalties);
  }

  private static PartitionProbeOptions options(
      Optional<String> partition,
      List<String> partitions,
      Optional<RandomPartitionOptions> random,
      List<Double> penalties) {
    return new PartitionProbeOptions(
        "label",
        partition,
        partitions,
        random,
        penalties,
        Scaling.NONE,
        300,
        "representation",
        "train");
  }

  private Map<String, Double> figures(PartitionProbeOptions options) {
    Map<String, Double> figures = new LinkedHashMap<>();
    try (GradientMode ignored = GradientMode.disabled()) {
      for (Metric metric :
          new PartitionProbeEvaluator(options, new LogisticRegression(kernels))
              .evaluate(FixedEvaluation.of(arrays))) {
        figures.put(metric.name(), metric.value());
      }
    }
    return figures;
  }
}
