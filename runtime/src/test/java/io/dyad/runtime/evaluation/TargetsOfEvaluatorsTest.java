package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.api.Evaluator;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two codes of the same samples: {@code common} says the digit and nothing of the style, {@code
 * salient} the style and nothing of the digit. Probes are crossed over.
 */
class TargetsOfEvaluatorsTest {
  private static final int SAMPLES = 64;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  @Test
  void neighbours_vote_for_the_named_target_in_the_named_output() {
    assertThat(top1(knn("common", "digit"))).isEqualTo(1);
    assertThat(top1(knn("salient", "style"))).isEqualTo(1);
    assertThat(top1(knn("common", "style"))).isEqualTo(0.5);
    assertThat(top1(knn("salient", "digit"))).isEqualTo(0.5);
  }

  @Test
  void the_probe_predicts_the_named_target_from_the_named_output() {
    assertThat(top1(probe("common", "digit"))).isEqualTo(1);
    assertThat(top1(probe("salient", "style"))).isEqualTo(1);
    assertThat(top1(probe("common", "style"))).isEqualTo(0.5);
    assertThat(top1(probe("salient", "digit"))).isEqualTo(0.5);
  }

  @Test
  void retrieval_finds_what_shares_the_named_target() {
    assertThat(precision("common", "digit")).isEqualTo(1);
    assertThat(precision("salient", "style")).isEqualTo(1);
  }

  @Test
  void the_target_is_what_is_needed_and_what_a_mistake_names() {
    assertThat(knn("common", "style").needs().targets()).containsExactly("style");
    assertThat(probe("common", "style").needs().targets()).containsExactly("style");
    assertThatThrownBy(() -> top1(knn("common", "unknown")))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("unknown of every sample", "(-1)");
    assertThatThrownBy(() -> top1(probe("common", "single")))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("evaluation by single", "two classes");
  }

  private Evaluator knn(String output, String target) {
    return new KnnEvaluator(
        new KnnOptions(4, 0.07, output, "train", "test", target),
        new NearestNeighbourVote(kernels));
  }

  private Evaluator probe(String output, String target) {
    return new LinearProbeEvaluator(
        new LinearProbeOptions(
            0,
            LinearProbeOptions.Scaling.UNIT,
            1,
            LinearProbeOptions.Solver.LBFGS,
            50,
            new DescentOptions(1, 1, 1),
            output,
            "train",
            "test",
            target),
        new LogisticRegression(kernels));
  }

  private double precision(String output, String target) {
    Evaluator retrieval =
        new RetrievalEvaluator(
            new RetrievalOptions(List.of(1), target, output, "train", "test"), kernels);
    return figure(retrieval, "precision-at-1");
  }

  private double top1(Evaluator evaluator) {
    return figure(evaluator, "top1");
  }

  private double figure(Evaluator evaluator, String name) {
    Map<String, NDArray> arrays = new HashMap<>();
    for (String split : List.of("train", "test")) {
      arrays.put("common of " + split, directions(2));
      arrays.put("salient of " + split, directions(1));
      arrays.put("digit of " + split, bits(2));
      arrays.put("style of " + split, bits(1));
      arrays.put("unknown of " + split, bits(1).sub(2L));
      arrays.put("single of " + split, manager.zeros(new Shape(SAMPLES), DataType.INT64));
    }
    try (GradientMode ignored = GradientMode.disabled()) {
      return evaluator.evaluate(FixedEvaluation.of(arrays)).stream()
          .filter(metric -> metric.name().equals(name))
          .findFirst()
          .orElseThrow()
          .value();
    }
  }

  /** One bit of the sample's number. */
  private NDArray bits(int bit) {
    long[] values = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      values[i] = (i & bit) / bit;
    }
    return manager.create(values);
  }

  /** A direction that the bit decides alone. */
  private NDArray directions(int bit) {
    return bits(bit).oneHot(2);
  }
}
