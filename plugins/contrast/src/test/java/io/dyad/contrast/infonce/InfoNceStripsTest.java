package io.dyad.contrast.infonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.KernelException;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Strips of similarities must give what the whole matrix gives. */
class InfoNceStripsTest {
  private static final InfoNceOptions OPTIONS = new InfoNceOptions(0.3, true);
  private static final int SAMPLES = 23;
  private static final int HEIGHT = 4;
  private static final int WHOLE = 1000;

  /** What the loss is computed from. */
  private enum Form {
    /** Anchors are the keys. */
    MUTUAL,
    /** Each view is a key, all but the last are anchors. */
    SOME_ANCHORS,
    /** Keys are other views. */
    OTHER_KEYS,
    /** Anchors are the keys, and the pattern is given as weights. */
    WEIGHTS
  }

  private record Outcome(double value, List<NDArray> gradients) {}

  @ParameterizedTest
  @CsvSource({
    "2, true, true, true",
    "2, true, false, true",
    "2, false, true, true",
    "2, true, true, false",
    "2, true, false, false",
    "2, false, true, false",
    "3, true, true, true",
    "3, true, false, true",
    "3, false, true, true",
    "3, false, false, true",
    "3, true, true, false",
    "3, true, false, false",
    "3, false, true, false"
  })
  void strips_agree_with_the_whole_in_value_and_gradient(
      int views, boolean same, boolean cross, boolean partner) {
    Structure structure = Structure.of(same, cross, partner);
    for (Form form : Form.values()) {
      if (form != Form.OTHER_KEYS || cross || partner && views > 2) {
        agree(DataType.FLOAT64, views, structure, form, 1e-12);
        agree(DataType.FLOAT32, views, structure, form, 1e-6);
      }
    }
  }

  private static void agree(
      DataType type, int views, Structure structure, Form form, double tolerance) {
    try (Harness harness = new Harness(type)) {
      NDArray[] rows = rows(harness, type, views);
      Outcome whole = outcome(harness, rows, structure, form, WHOLE);
      Outcome strips = outcome(harness, rows, structure, form, HEIGHT);
      String name = form + " of " + views + " views, " + structure + ", " + type;
      assertThat(strips.value())
          .as(name)
          .isCloseTo(whole.value(), within(tolerance * Math.abs(whole.value())));
      for (int i = 0; i < whole.gradients().size(); i++) {
        double[] expected = numbers(whole.gradients().get(i));
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(largest).as(name).isPositive();
        assertThat(numbers(strips.gradients().get(i)))
            .as(name)
            .containsExactly(expected, within(tolerance * largest));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void strips_have_the_value_without_gradients(Form form) {
    try (Harness harness = new Harness()) {
      NDArray[] rows = rows(harness, DataType.FLOAT64, 2);
      Structure structure = Structure.of(true, true, true);
      double expected = value(harness, rows, structure, form, WHOLE).getDouble();
      try (GradientMode mode = GradientMode.disabled()) {
        NDArray value = value(harness, rows, structure, form, HEIGHT);
        assertThat(value.getDouble()).isCloseTo(expected, within(1e-12));
        assertThat(harness.gradients(value, rows))
            .allMatch(zeros -> zeros.abs().max().getDouble() == 0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void strips_refuse_second_derivatives_instead_of_giving_zeros(Form form) {
    try (Harness harness = new Harness()) {
      NDArray[] rows = rows(harness, DataType.FLOAT64, 2);
      NDArray value = value(harness, rows, Structure.of(true, true, true), form, HEIGHT);
      NDList gradients = harness.context().gradients(value, new NDList(rows), true);
      NDArray penalty = gradients.head().square().sum();
      assertThatThrownBy(() -> harness.gradients(penalty, rows))
          .isInstanceOf(KernelException.class)
          .hasMessageContaining("segment_reduce");
    }
  }

  @Test
  void the_whole_has_second_derivatives() {
    try (Harness harness = new Harness()) {
      NDArray[] rows = rows(harness, DataType.FLOAT64, 2);
      NDArray value = value(harness, rows, Structure.of(true, true, true), Form.MUTUAL, WHOLE);
      NDList gradients = harness.context().gradients(value, new NDList(rows), true);
      NDArray penalty = gradients.head().square().sum();
      assertThat(numbers(harness.gradients(penalty, rows).head())).doesNotContain(0);
    }
  }

  @Test
  void weights_that_are_learned_have_the_same_gradient_in_strips() {
    try (Harness harness = new Harness()) {
      NDArray[] rows = rows(harness, DataType.FLOAT64, 2);
      SeededDraws draws = new SeededDraws(5, harness.manager());
      NDArray positive =
          draws.uniform("weights", new Shape(SAMPLES, SAMPLES)).toType(DataType.FLOAT64, false);
      positive.setRequiresGradient(true);
      NDArray[] inputs = {rows[0], rows[1], positive};
      Relation relation = Relation.of(positive, positive.onesLike());
      NDList whole = harness.gradients(weighted(harness, inputs, relation, WHOLE), inputs);
      NDList strips = harness.gradients(weighted(harness, inputs, relation, HEIGHT), inputs);
      for (int i = 0; i < inputs.length; i++) {
        assertThat(numbers(strips.get(i)))
            .doesNotContain(0)
            .containsExactly(numbers(whole.get(i)), within(1e-12));
      }
    }
  }

  private static NDArray weighted(Harness harness, NDArray[] rows, Relation relation, int height) {
    return new InfoNceEquation(harness.kernels(), OPTIONS, height)
        .weighted(rows[0], rows[1], relation);
  }

  private static Outcome outcome(
      Harness harness, NDArray[] rows, Structure structure, Form form, int height) {
    NDArray value = value(harness, rows, structure, form, height);
    return new Outcome(numbers(value)[0], harness.gradients(value, rows));
  }

  private static NDArray value(
      Harness harness, NDArray[] rows, Structure structure, Form form, int height) {
    InfoNceEquation equation = new InfoNceEquation(harness.kernels(), OPTIONS, height);
    NDList all = new NDList(rows);
    int views = rows.length;
    long[] numbers = LongStream.range(0, views).toArray();
    return switch (form) {
      case MUTUAL -> equation.structured(all, all, numbers, numbers, true, structure);
      case SOME_ANCHORS ->
          equation.structured(
              all.subNDList(0, views - 1),
              all,
              Arrays.copyOf(numbers, views - 1),
              numbers,
              false,
              structure);
      case OTHER_KEYS ->
          equation.structured(
              all.subNDList(0, 1),
              all.subNDList(1),
              new long[] {-1},
              Arrays.copyOf(numbers, views - 1),
              false,
              structure);
      case WEIGHTS -> {
        List<Rows> names =
            IntStream.range(0, views).mapToObj(i -> Rows.of("view-" + i, "")).toList();
        NDArray stacked = NDArrays.concat(all, 0);
        yield equation.weighted(
            stacked, stacked, Relation.of(structure, names, names, SAMPLES, harness.manager()));
      }
    };
  }

  private static NDArray[] rows(Harness harness, DataType type, int views) {
    SeededDraws draws = new SeededDraws(3, harness.manager());
    return IntStream.range(0, views)
        .mapToObj(
            i -> {
              NDArray rows = draws.normal("view-" + i, new Shape(SAMPLES, 6)).toType(type, false);
              rows.setRequiresGradient(true);
              return rows;
            })
        .toArray(NDArray[]::new);
  }

  private static double[] numbers(NDArray array) {
    return array.toType(DataType.FLOAT64, false).toDoubleArray();
  }
}
