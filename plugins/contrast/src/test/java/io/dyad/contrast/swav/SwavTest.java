package io.dyad.contrast.swav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Progress;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.GivenBank;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.Subject;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwavTest {
  private static final Rows FIRST = Rows.of("view-1", Embeddings.PROJECTION);
  private static final Rows SECOND = Rows.of("view-2", Embeddings.PROJECTION);

  private static final NDIndex ALL = new NDIndex("...");

  private final Harness harness = new Harness();
  private final FakeEncoded encoded = FakeEncoded.projections(random("first"), random("second"));

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void codes_give_each_sample_weight_one_and_each_prototype_nearly_its_share() {
    SwavEquation equation = equation(1, 50, Codes.SINKHORN);
    NDArray codes = equation.codes(random("scores"));
    assertThat(codes.sum(new int[] {1}).toDoubleArray())
        .containsOnly(new double[] {1}, within(1e-12));
    assertThat(codes.sum(new int[] {0}).toDoubleArray())
        .containsOnly(new double[] {1.5}, within(1e-2));
  }

  @Test
  void a_softmax_does_not_balance() {
    NDArray scores = harness.constant(new Shape(2, 2), 1, 0, 1, 0);
    assertThat(equation(1, 3, Codes.SOFTMAX).codes(scores).toDoubleArray()[0])
        .isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
    assertThat(equation(1, 3, Codes.SINKHORN).codes(scores).toDoubleArray())
        .containsOnly(new double[] {0.5}, within(1e-12));
  }

  @Test
  void frozen_prototypes_have_no_gradient_until_the_step() {
    try (Subject<Loss> loss = loss("prototypes = [3], frozen-steps = 2", harness.setup())) {
      assertThat(prototypeGradient(loss, 1)).containsOnly(0);
      assertThat(prototypeGradient(loss, 2)).doesNotContain(0);
    }
  }

  @Test
  void a_step_begins_with_prototypes_of_unit_length() {
    try (Subject<Loss> loss = loss("prototypes = [3, 2]", harness.setup());
        GradientMode ignored = GradientMode.disabled()) {
      loss.parameters().values().forEach(set -> set.muli(3));
      loss.component().beforeStep(harness.context());
      assertThat(loss.parameters().keySet())
          .containsExactly("test.prototypes.set-1", "test.prototypes.set-2");
      for (NDArray set : loss.parameters().values()) {
        assertThat(set.norm(new int[] {1}).toDoubleArray())
            .containsOnly(new double[] {1}, within(1e-12));
      }
    }
  }

  @Test
  void sets_of_prototypes_are_averaged() {
    try (Subject<Loss> both = loss("prototypes = [3, 4]", harness.setup())) {
      List<NDArray> sets = List.copyOf(both.parameters().values());
      double sum = 0;
      for (NDArray set : sets) {
        String count = "prototypes = [" + set.getShape().get(0) + "]";
        try (Subject<Loss> one = loss(count, harness.setup());
            GradientMode ignored = GradientMode.disabled()) {
          one.parameters().values().forEach(array -> array.set(ALL, set));
          sum += value(one, 0, 0).total().getDouble();
        }
      }
      assertThat(value(both, 0, 0).total().getDouble()).isCloseTo(sum / 2, within(1e-12));
    }
  }

  @Test
  void queues_take_part_from_their_epoch_on_if_they_are_full() {
    String options = "prototypes = [3], queues = [first, second], queue-from-epoch = 2";
    HarnessSetup setup = harness.setup();
    setup.with(new GivenBank("first", random("queue 1")));
    setup.with(new GivenBank("second", random("queue 2")));
    FakeEncoded with =
        encoded
            .with(Rows.bank("first"), random("queue 1"))
            .with(Rows.bank("second"), random("queue 2"));
    try (Subject<Loss> loss = loss(options, setup)) {
      double before = value(loss, with, 0, 1).total().getDouble();
      assertThat(before).isEqualTo(value(loss, encoded, 0, 1).total().getDouble());
      assertThat(value(loss, with, 0, 2).total().getDouble()).isNotEqualTo(before);
    }
  }

  @Test
  void evenness_is_one_where_all_prototypes_are_used_alike() {
    try (Subject<Loss> loss = loss("prototypes = [3], sweeps = 50", harness.setup())) {
      assertThat(value(loss, 0, 0).observations())
          .hasEntrySatisfying(
              "code-entropy", share -> assertThat(share.getDouble()).isBetween(0.99, 1.0 + 1e-12));
    }
  }

  @Test
  void as_many_queues_as_code_views_are_asked_for() {
    HarnessSetup setup = harness.setup();
    setup.with(new GivenBank("first", random("queue 1")));
    FakeEncoded with = encoded.with(Rows.bank("first"), random("queue 1"));
    try (Subject<Loss> loss = loss("prototypes = [3], queues = [first]", setup)) {
      assertThatThrownBy(() -> value(loss, with, 0, 0))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("swav has 1 queues, but 2 views make codes");
    }
  }

  @Test
  void more_prototypes_than_memory_are_refused_before_they_are_made() {
    assertThatThrownBy(() -> loss("prototypes = [2000000000, 2000000000]", harness.setup()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("test.prototypes", "4,000,000,000", "GB", "set fewer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prototypes = [1]",
        "temperature = 0",
        "epsilon = 0",
        "sweeps = 0",
        "frozen-steps = -1",
        "queue-from-epoch = -1",
        "codes = hard",
        "prototypes = []",
        "queues = [nowhere]"
      })
  void options_out_of_range_are_refused(String options) {
    assertThatThrownBy(() -> loss(options, harness.setup()))
        .isInstanceOf(ConfigurationException.class);
  }

  private double[] prototypeGradient(Subject<Loss> loss, long step) {
    NDArray prototypes = loss.parameters().values().iterator().next();
    return harness.gradients(value(loss, step, 0).total(), prototypes).head().toDoubleArray();
  }

  private LossValue value(Subject<Loss> loss, long step, long epoch) {
    return value(loss, encoded, step, epoch);
  }

  private LossValue value(Subject<Loss> loss, FakeEncoded rows, long step, long epoch) {
    List<Rows> views = List.of(FIRST, SECOND);
    Relation partners =
        Relation.of(Structure.of(false, false, true), views, views, 6, harness.manager());
    HarnessContext context = harness.context().with(Progress.of(epoch, 9, step, 9));
    return loss.component().evaluate(rows, Pairs.of(Contrast.of(views, views, partners)), context);
  }

  private Subject<Loss> loss(String options, HarnessSetup setup) {
    return Subject.of(new SwavProvider(), options, setup.with(FIRST, new Shape(4)));
  }

  private SwavEquation equation(double epsilon, int sweeps, Codes codes) {
    return new SwavEquation(
        harness.kernels(),
        new SwavOptions(
            Embeddings.PROJECTION, List.of(4), 0.1, epsilon, sweeps, codes, 0, List.of(), 0));
  }

  private NDArray random(String name) {
    return new SeededDraws(3, harness.manager())
        .normal(name, new Shape(6, 4))
        .toType(DataType.FLOAT64, false);
  }
}
