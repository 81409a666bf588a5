package io.dyad.contrast.hydra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Mode;
import io.dyad.api.NumericException;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HydraTest {
  private static final Rows FIRST = Rows.of("view-1", "projection");
  private static final Rows SECOND = Rows.of("view-2", "projection");
  private static final String SMALL = "classes = 4, embedding-width = 4, hidden-width = 5\n";

  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  /** Anchor and positive alike, one negative at a right angle: log(1 + exp(-1 / t)). */
  @Test
  void open_gates_give_the_closed_form_of_two_classes() {
    LossValue value = value("classes = 4, gates = open, temperature = 0.5", 0, 1);
    assertThat(value.total().getDouble())
        .isCloseTo(Math.log1p(Math.exp(-2)) / (1 + 1e-6), within(1e-12));
  }

  @Test
  void gates_are_watched() {
    LossValue value = value(SMALL, 0, 1);
    assertThat(value.observations())
        .containsKeys("open-dimensions", "gate-entropy", "positives", "negatives");
    assertThat(value.observations())
        .hasEntrySatisfying(
            "open-dimensions", open -> assertThat(open.getDouble()).isBetween(0.0, 2.0));
  }

  @Test
  void evaluation_uses_statistics_of_training() {
    try (Subject<Loss> loss = subject(SMALL)) {
      Pairs pairs = pairs(0, 1);
      double trained = total(loss, pairs, Mode.TRAIN);
      double[] before = loss.state().values().iterator().next().toDoubleArray();
      double evaluated = total(loss, pairs, Mode.EVALUATE);
      assertThat(evaluated).isNotCloseTo(trained, within(1e-9));
      assertThat(total(loss, pairs, Mode.EVALUATE)).isEqualTo(evaluated);
      assertThat(loss.state().values().iterator().next().toDoubleArray()).isEqualTo(before);
      total(loss, pairs, Mode.TRAIN);
      assertThat(loss.state().values().iterator().next().toDoubleArray()).isNotEqualTo(before);
    }
  }

  @Test
  void a_batch_without_any_positive_is_refused_where_the_mean_is_over_pairs() {
    assertThat(value(SMALL, 2, 3).total().getDouble()).isZero();
    assertThatThrownBy(() -> value(SMALL + "average = all-pairs", 2, 3))
        .isInstanceOf(NumericException.class)
        .hasMessageContainingAll("hydra", "no anchor", "per-anchor");
  }

  @Test
  void a_batch_without_negatives_has_a_loss_of_zero_and_no_gradient() {
    NDArray rows = rows();
    FakeEncoded encoded = FakeEncoded.projections(rows, rows);
    try (Subject<Loss> loss = subject(SMALL)) {
      LossValue value =
          loss.component().evaluate(encoded, pairs(1, 0), harness.context().with(Mode.TRAIN));
      assertThat(value.total().getDouble()).isZero();
      assertThat(harness.gradients(value.total(), rows).head().toDoubleArray()).containsOnly(0.0);
    }
  }

  @Test
  void pairs_without_classes_are_refused() {
    Pairs bare = Pairs.of(pairs(0, 1).contrasts());
    try (Subject<Loss> loss = subject(SMALL)) {
      assertThatThrownBy(() -> total(loss, bare, Mode.TRAIN))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("set pairs { use = class-pairs }");
    }
  }

  @Test
  void classes_are_most_alike_themselves() {
    HydraOptions options =
        new HydraOptions(
            4,
            "projection",
            GateKind.LEARNED,
            Gating.NORMALISE_THEN_GATE,
            GateFusion.MEAN,
            PositiveAverage.PER_ANCHOR,
            0.1,
            false,
            0,
            false,
            0,
            4,
            5);
    NDArray relations = InitialGates.of(options, 3, harness.setup()).relations(harness.manager());
    assertThat(relations.getShape()).isEqualTo(new Shape(4, 4));
    for (int i = 0; i < 4; i++) {
      assertThat(relations.getDouble(i, i)).isCloseTo(1, within(1e-12));
      assertThat(relations.getDouble(i, (i + 1) % 4))
          .isLessThan(1)
          .isCloseTo(relations.getDouble((i + 1) % 4, i), within(1e-12));
    }
  }

  private LossValue value(String options, long... partners) {
    try (Subject<Loss> loss = subject(options)) {
      NDArray rows = rows();
      return loss.component()
          .evaluate(FakeEncoded.projections(rows, rows), pairs(partners), harness.context());
    }
  }

  private double total(Subject<Loss> loss, Pairs pairs, Mode mode) {
    NDArray rows = rows();
    return loss.component()
        .evaluate(FakeEncoded.projections(rows, rows), pairs, harness.context().with(mode))
        .total()
        .getDouble();
  }

  private Subject<Loss> subject(String options) {
    return Subject.of(new HydraProvider(), options, harness.setup().with(FIRST, new Shape(2)));
  }

  private NDArray rows() {
    return harness.leaf(new Shape(2, 2), 1, 0, 0, 1);
  }

  /** Two samples of classes 0 and 1 with the given partners. */
  private Pairs pairs(long... partners) {
    NDArray classes = harness.manager().create(new long[] {0, 1});
    NDArray second = harness.manager().create(Arrays.copyOf(partners, 2));
    return Pairs.of(
            Contrast.of(
                List.of(FIRST), List.of(SECOND), ClassPairs.relation(classes, second, classes)))
        .note(ClassPairs.ANCHOR_CLASS, classes)
        .note(ClassPairs.PARTNER_CLASS, second);
  }
}
