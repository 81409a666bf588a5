package io.dyad.contrast.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.DataException;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassificationTest {
  private static final Rows SCORES = Rows.of("view-1", "classes");

  private final Harness harness = new Harness();

  /** The odds of the first class are 3 to 1, 1 to 1 and 1 to 3. */
  private final NDArray scores =
      harness.leaf(new Shape(3, 2), Math.log(3), 0, 0, 0, 0, Math.log(3));

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void the_value_is_the_mean_surprise_at_the_labels() {
    double expected = -(Math.log(0.75) + Math.log(0.5) + Math.log(0.25)) / 3;
    LossValue value = value(new ClassificationOptions("label", 0), SCORES, 0, 1, 0);
    assertThat(value.total().getDouble()).isCloseTo(expected, within(1e-12));
    assertThat(value.observations().get("accuracy"))
        .isEqualTo(harness.constant(new Shape(), 1 / 3.0));
  }

  @Test
  void rows_of_unknown_class_do_not_count() {
    ClassificationOptions options = new ClassificationOptions("label", 0);
    NDArray value = value(options, SCORES, -1, -1, 1).total();
    assertThat(value.getDouble()).isCloseTo(-Math.log(0.75), within(1e-12));
    assertThat(value(options, SCORES, -1, -1, -1).total().getDouble()).isZero();
  }

  @Test
  void smoothing_asks_for_a_share_of_the_other_classes() {
    double expected = -(0.9 * Math.log(0.75) + 0.1 * Math.log(0.25));
    NDArray value = value(new ClassificationOptions("label", 0.2), SCORES, 0, -1, -1).total();
    assertThat(value.getDouble()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void selected_rows_have_the_labels_of_their_samples() {
    NDArray last = harness.manager().create(new long[] {2, 2});
    NDArray value = value(new ClassificationOptions("label", 0), SCORES.at(last), 0, 1, 0).total();
    assertThat(value.getDouble()).isCloseTo(-Math.log(0.25), within(1e-12));
  }

  @Test
  void a_class_without_a_column_is_refused() {
    assertThatThrownBy(() -> value(new ClassificationOptions("label", 0), SCORES, 0, 1, 2))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("classification has 2 columns", "label is 2", "at least 3");
  }

  @Test
  void it_needs_its_target_and_anchors() {
    var loss =
        new ClassificationProvider().create(new ClassificationOptions("kind", 0), harness.setup());
    assertThat(loss.needs().targets()).containsExactly("kind");
    FakeEncoded encoded = FakeEncoded.of(Map.of(SCORES, scores));
    assertThatThrownBy(() -> loss.evaluate(encoded, Pairs.of(List.of()), harness.context()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("classification needs anchors");
  }

  private LossValue value(ClassificationOptions options, Rows anchors, long... labels) {
    FakeEncoded encoded =
        FakeEncoded.of(Map.of(SCORES, scores))
            .with(Targets.of("label", harness.manager().create(labels)));
    NDArray none = harness.manager().zeros(new Shape(3, 3));
    Contrast contrast = Contrast.of(List.of(anchors), List.of(SCORES), Relation.of(none, none));
    return new ClassificationProvider()
        .create(options, harness.setup())
        .evaluate(encoded, Pairs.of(contrast), harness.context());
  }
}
