package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.api.Embeddings;
import io.dyad.api.Evaluation;
import io.dyad.api.Metric;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Samples are directions in the plane, in degrees, so that the order of neighbours is plain. */
class RetrievalEvaluatorTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());

  @AfterEach
  void free() {
    kernels.close();
    manager.close();
  }

  /**
   * Query 0 of group 7 finds 7, 5, 7, 5, 7 (R = 3): precision 1, 2/3 at its hits among the first
   * three, so (1 + 2/3) / 3 = 5/9. Query 100 of group 5 finds 7, 5, 7, 5, 7 from the other end (R =
   * 2): nothing first, 1/2 at the second, so 1/4.
   */
  @Test
  void precision_is_averaged_over_the_hits_among_the_first_r() {
    Map<String, Double> figures =
        figures(
            options(List.of(1, 2, 10), "train", "test"),
            Map.of("train", degrees(10, 20, 30, 40, 50), "test", degrees(0, 100)),
            Map.of("train", new long[] {7, 5, 7, 5, 7}, "test", new long[] {7, 5}));
    assertThat(figures.get("map-at-r")).isCloseTo((5 / 9.0 + 1 / 4.0) / 2, within(1e-12));
    assertThat(figures.get("precision-at-1")).isEqualTo(0.5);
    assertThat(figures.get("recall-at-1")).isEqualTo(0.5);
    assertThat(figures.get("recall-at-2")).isEqualTo(1);
    assertThat(figures.get("recall-at-10")).isEqualTo(1);
  }

  /** Within one split: 0 finds 10 (a hit), 10 finds 0 (a hit), 30 finds 10 and has nobody. */
  @Test
  void within_a_split_no_sample_finds_itself_and_one_without_relatives_is_left_out() {
    Map<String, Double> figures =
        figures(
            options(List.of(1), "test", "test"),
            Map.of("test", degrees(0, 10, 30)),
            Map.of("test", new long[] {1, 1, 2}));
    assertThat(figures)
        .containsOnly(
            Map.entry("recall-at-1", 1.0),
            Map.entry("map-at-r", 1.0),
            Map.entry("precision-at-1", 1.0));
  }

  @Test
  void the_same_rows_in_both_splits_find_themselves() {
    Map<String, Double> figures =
        figures(
            options(List.of(1), "train", "test"),
            Map.of("train", degrees(0, 40, 90), "test", degrees(0, 40, 90)),
            Map.of("train", new long[] {0, 1, 2}, "test", new long[] {0, 1, 2}));
    assertThat(figures.values()).allMatch(value -> value == 1);
  }

  /** 1,500 queries of four blocks; every third is of the group of the bank's only row near it. */
  @Test
  void blocks_of_queries_add_up() {
    int count = 1500;
    double[] queries = new double[count];
    long[] groups = new long[count];
    for (int i = 0; i < count; i++) {
      groups[i] = i % 3 == 0 ? 1 : 0;
    }
    Map<String, Double> figures =
        figures(
            options(List.of(1), "train", "test"),
            Map.of("train", degrees(0, 90), "test", degrees(queries)),
            Map.of("train", new long[] {1, 0}, "test", groups));
    assertThat(figures.get("precision-at-1")).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void samples_none_of_which_has_a_relative_or_a_known_group_are_refused() {
    RetrievalOptions options = options(List.of(1), "train", "test");
    Map<String, NDArray> rows = Map.of("train", degrees(0), "test", degrees(1));
    assertThatThrownBy(
            () -> figures(options, rows, Map.of("train", new long[] {1}, "test", new long[] {2})))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("no sample of split \"test\"", "\"train\"", "\"label\"");
    assertThatThrownBy(
            () -> figures(options, rows, Map.of("train", new long[] {-1}, "test", new long[] {2})))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("\"train\"", "unknown (-1)");
  }

  private static RetrievalOptions options(List<Integer> k, String bank, String query) {
    return new RetrievalOptions(k, "label", Embeddings.REPRESENTATION, bank, query);
  }

  private NDArray degrees(double... angles) {
    float[] rows = new float[2 * angles.length];
    for (int i = 0; i < angles.length; i++) {
      rows[2 * i] = (float) Math.cos(Math.toRadians(angles[i]));
      rows[2 * i + 1] = (float) Math.sin(Math.toRadians(angles[i]));
    }
    return manager.create(rows, new Shape(angles.length, 2));
  }

  private Map<String, Double> figures(
      RetrievalOptions options, Map<String, NDArray> rows, Map<String, long[]> groups) {
    Evaluation evaluation =
        (Evaluation)
            Proxy.newProxyInstance(
                RetrievalEvaluatorTest.class.getClassLoader(),
                new Class<?>[] {Evaluation.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "embed" -> rows.get((String) arguments[1]);
                      case "target" -> manager.create(groups.get((String) arguments[1]));
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    try (GradientMode ignored = GradientMode.disabled()) {
      return new RetrievalEvaluator(options, kernels)
          .evaluate(evaluation).stream().collect(Collectors.toMap(Metric::name, Metric::value));
    }
  }
}
