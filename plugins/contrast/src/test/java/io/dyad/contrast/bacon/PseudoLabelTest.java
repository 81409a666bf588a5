package io.dyad.contrast.bacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.Subject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PseudoLabelTest {
  private static PseudoLabelEquation.Terms terms(
      Harness harness, NDArray logits, double... counts) {
    NDList views = new NDList(logits, logits);
    return new PseudoLabelEquation(harness.kernels())
        .terms(
            views,
            views,
            new long[] {0, 1},
            new long[] {1, 0},
            harness.constant(new Shape(counts.length), counts),
            harness.manager().create(new long[] {0, -1}),
            new PseudoLabelEquation.Constants(1, 1, 1));
  }

  /** Rows (ln 3, 0) and (0, 0) are predictions (3/4, 1/4) and (1/2, 1/2). */
  @Test
  void terms_have_the_values_of_the_closed_form() {
    try (Harness harness = new Harness()) {
      NDArray logits = harness.leaf(new Shape(2, 2), Math.log(3), 0, 0, 0);
      PseudoLabelEquation.Terms terms = terms(harness, logits, 5, 3);
      double first = 0.75 * Math.log(4 / 3.0) + 0.25 * Math.log(4);
      assertThat(terms.crossView().getDouble()).isCloseTo((first + Math.log(2)) / 2, within(1e-12));
      assertThat(terms.supervised().getDouble()).isCloseTo(Math.log(4 / 3.0), within(1e-12));
      assertThat(terms.distribution().getDouble()).isCloseTo(0, within(1e-12));
      assertThat(terms.probabilities().toDoubleArray()).containsExactly(0.5, 0.5);
    }
  }

  @Test
  void a_prediction_of_one_class_alone_has_a_finite_gradient() {
    try (Harness harness = new Harness()) {
      NDArray logits = harness.leaf(new Shape(2, 2), 4000, 0, 4000, 0);
      PseudoLabelEquation.Terms terms = terms(harness, logits, 1, 1);
      assertThat(terms.distribution().getDouble()).isCloseTo(Math.log(2), within(1e-9));
      assertThat(harness.gradients(terms.distribution(), logits).head().toDoubleArray())
          .containsOnly(0, -0.0);
    }
  }

  @Test
  void a_count_of_zero_counts_as_one() {
    try (Harness harness = new Harness()) {
      NDArray logits = harness.leaf(new Shape(2, 2), 1, 0, 0, 2);
      assertThat(terms(harness, logits, 4, 0).distribution().getDouble())
          .isEqualTo(terms(harness, logits, 4, 1).distribution().getDouble());
    }
  }

  @Test
  void the_teacher_cools_down_from_the_first_epoch_on() {
    PseudoLabelOptions options =
        new PseudoLabelOptions(0.1, 0.07, 0.04, 30, 10, 0.35, 1, 1.1, "class-counts", "label");
    assertThat(options.teacherTemperature(3)).isEqualTo(0.07);
    assertThat(options.teacherTemperature(10)).isEqualTo(0.07);
    assertThat(options.teacherTemperature(39)).isCloseTo(0.04, within(1e-12));
    assertThat(options.teacherTemperature(200)).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void a_view_without_another_is_refused_with_what_to_set() {
    try (Harness harness = new Harness();
        Subject<Loss> loss = Subject.of(new PseudoLabelProvider(), "", harness.setup())) {
      FakeEncoded encoded = encoded(harness, 1);
      Pairs pairs = pairs(harness, encoded);
      assertThatThrownBy(() -> loss.component().evaluate(encoded, pairs, harness.context()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("pairs = network-views");
    }
  }

  @Test
  void counts_of_other_classes_than_the_logits_are_refused() {
    try (Harness harness = new Harness();
        Subject<Loss> loss = Subject.of(new PseudoLabelProvider(), "", harness.setup())) {
      FakeEncoded encoded = encoded(harness, 2);
      HarnessContext context = harness.context();
      context.publish("class-counts", harness.manager().ones(new Shape(7)));
      Pairs pairs = pairs(harness, encoded);
      assertThatThrownBy(() -> loss.component().evaluate(encoded, pairs, context))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("(7)", "(3)");
    }
  }

  private static Pairs pairs(Harness harness, FakeEncoded encoded) {
    return new NetworkViews(new NetworkViewsOptions("main", "logits"))
        .sample(encoded, harness.context());
  }

  private static FakeEncoded encoded(Harness harness, int views) {
    Map<Rows, NDArray> rows = new LinkedHashMap<>();
    for (int i = 1; i <= views; i++) {
      rows.put(Rows.of("view-" + i, "logits"), harness.manager().zeros(new Shape(2, 3)));
    }
    NDArray labels = harness.manager().zeros(new Shape(2), DataType.INT64);
    return FakeEncoded.of(rows).with(Targets.of(Targets.LABEL, labels));
  }
}
