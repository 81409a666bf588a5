package io.dyad.contrast.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Contrast;
import io.dyad.api.DataException;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private final Harness harness = new Harness();
  private final NDArray view = harness.constant(new Shape(3, 1), 1, 2, 3);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void rows_of_one_label_are_positives_in_all_views() {
    Relation.Block block = contrast(AnchorViews.ALL, 7, 4, 7).relation().block(0, 6);
    assertThat(block.positive())
        .isEqualTo(
            matrix(
                6, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0,
                0, 0, 0, 1, 0, 1, 1, 0, 0));
    assertThat(block.denominator())
        .isEqualTo(harness.manager().ones(new Shape(6, 6)).sub(harness.manager().eye(6)));
  }

  @Test
  void an_unknown_label_is_that_of_its_sample_alone() {
    assertThat(contrast(AnchorViews.ALL, -1, -1, 2).relation().block(0, 2).positive())
        .isEqualTo(matrix(6, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0));
  }

  @Test
  void one_view_may_be_the_only_anchor() {
    Contrast contrast = contrast(AnchorViews.ONE, 1, 2, 3);
    assertThat(contrast.anchors()).containsExactly(Rows.of("view-1", "projection"));
    assertThat(contrast.keys()).hasSize(2);
  }

  @Test
  void labels_that_are_not_one_a_sample_are_refused() {
    assertThatThrownBy(() -> contrast(AnchorViews.ALL, 1, 2))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("labels", "3 samples", "(2)");
  }

  @Test
  void it_needs_the_target() {
    var options = new LabelsOptions("projection", "kind", AnchorViews.ALL);
    assertThat(new LabelsProvider().create(options, harness.setup()).needs().targets())
        .containsExactly("kind");
  }

  private Contrast contrast(AnchorViews mode, long... labels) {
    return new LabelsProvider()
        .create(new LabelsOptions("projection", "label", mode), harness.setup())
        .sample(
            FakeEncoded.projections(view, view)
                .with(Targets.of("label", harness.manager().create(labels))),
            harness.context())
        .contrasts()
        .get(0);
  }

  private NDArray matrix(int columns, double... values) {
    return harness
        .constant(new Shape(values.length / columns, columns), values)
        .toType(DataType.FLOAT32, false);
  }
}
