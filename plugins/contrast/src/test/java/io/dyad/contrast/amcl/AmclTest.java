package io.dyad.contrast.amcl;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmclTest {
  private static final int SAMPLES = 5;
  private static final int HEADS = 3;
  private static final int WIDTH = 4;
  private static final List<Rows> VIEWS =
      List.of(Rows.of("view-1", Embeddings.PROJECTION), Rows.of("view-2", Embeddings.PROJECTION));

  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void one_head_with_equal_temperatures_is_the_contrastive_cross_entropy() {
    FakeEncoded rows = FakeEncoded.projections(random("first", 1), random("second", 1));
    FakeEncoded plain =
        FakeEncoded.projections(
            rows.get(VIEWS.get(0)).squeeze(1), rows.get(VIEWS.get(1)).squeeze(1));
    double expected = value(new InfoNceProvider(), "temperature = 0.525", plain, 1);
    assertThat(constant("beta = 0", plain, 1)).isCloseTo(expected, within(1e-12));
    assertThat(constant("beta = 0", rows, 1)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void heads_are_summed() {
    NDArray first = random("first", HEADS);
    NDArray second = random("second", HEADS);
    double sum = 0;
    for (int head = 0; head < HEADS; head++) {
      FakeEncoded one = FakeEncoded.projections(first.get(":, " + head), second.get(":, " + head));
      sum += constant("beta = 0.1", one, 1);
    }
    assertThat(constant("beta = 0.1", FakeEncoded.projections(first, second), HEADS))
        .isCloseTo(sum, within(1e-12));
  }

  @Test
  void strips_cost_and_teach_what_the_whole_does() {
    NDArray anchors = stacked();
    NDArray keys = stacked();
    try (Subject<Loss> loss = loss(new AmclProvider(), "temperature.hidden = 6", HEADS)) {
      List<NDArray> inputs = new ArrayList<>(List.of(anchors, keys));
      inputs.addAll(loss.parameters().values());
      TemperatureNetworks networks = ((AdaptiveLoss) loss.component()).networks();
      Relation.Block block = relation().block(0, 2 * SAMPLES);
      NDList whole =
          new AmclEquation(harness.kernels(), Long.MAX_VALUE)
              .crossEntropy(anchors, keys, networks, block, 0.1);
      NDList strips =
          new AmclEquation(harness.kernels(), 3L * 2 * SAMPLES * 6 * HEADS)
              .crossEntropy(anchors, keys, networks, block, 0.1);
      assertThat(strips.get(0).getDouble()).isCloseTo(whole.get(0).getDouble(), within(1e-12));
      assertThat(strips.get(1).getDouble()).isEqualTo(whole.get(1).getDouble());
      NDArray[] all = inputs.toArray(NDArray[]::new);
      NDList expected = harness.gradients(whole.get(0), all);
      NDList actual = harness.gradients(strips.get(0), all);
      for (int i = 0; i < all.length; i++) {
        assertThat(actual.get(i).toDoubleArray())
            .containsExactly(expected.get(i).toDoubleArray(), within(1e-12));
      }
    }
  }

  @Test
  void strips_need_no_gradients() {
    try (Subject<Loss> loss = loss(new AmclProvider(), "", HEADS);
        GradientMode ignored = GradientMode.disabled()) {
      TemperatureNetworks networks = ((AdaptiveLoss) loss.component()).networks();
      NDList strips =
          new AmclEquation(harness.kernels(), 1)
              .crossEntropy(stacked(), stacked(), networks, relation().block(0, 2 * SAMPLES), 0.1);
      assertThat(strips.get(0).getDouble()).isFinite();
    }
  }

  /** Opposite rows of two samples: the one negative has cosine -1, the positive 1. */
  @Test
  void the_table_is_the_hardest_negative_less_the_positive() {
    NDArray rows = harness.constant(new Shape(2, 1, 2), 1, 0, -1, 0);
    FakeEncoded encoded = FakeEncoded.projections(rows, rows);
    double temperature = (0.05 + 1) / 2;
    assertThat(constant("form = table, beta = 0.3", encoded, 1, 2))
        .isCloseTo(-2 / temperature, within(1e-9));
  }

  @Test
  void temperatures_at_a_limit_are_counted() {
    FakeEncoded rows = FakeEncoded.projections(random("first", 1), random("second", 1));
    try (Subject<Loss> loss = loss(new AmclProvider(), "", 1)) {
      assertThat(saturated(loss, rows)).isZero();
      try (GradientMode ignored = GradientMode.disabled()) {
        requireNonNull(loss.parameters().get("test.temperatures.bias-2")).addi(50);
      }
      assertThat(saturated(loss, rows)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta = -1",
        "hardest = 0",
        "form = plain",
        "temperature.hidden = 0",
        "temperature.lowest = 0",
        "temperature { lowest = 1, highest = 1 }"
      })
  void options_out_of_range_are_refused(String options) {
    assertThatThrownBy(() -> loss(new AmclProvider(), options, 1))
        .isInstanceOf(ConfigurationException.class);
  }

  @Test
  void hosts_of_aligned_rows_say_which_sampler_to_set() {
    FakeEncoded rows = FakeEncoded.projections(random("first", 1), random("second", 1));
    for (LossProvider<?> host : List.of(new AmclBarlowTwinsProvider(), new AmclSimSiamProvider())) {
      assertThatThrownBy(() -> value(host, "output = projection", rows, 1))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll(host.name(), "pairs { use = cross-view }");
    }
  }

  private double constant(String options, FakeEncoded encoded, int heads) {
    return constant(options, encoded, heads, WIDTH);
  }

  /** Returns the loss when all networks say zero, so that all temperatures are in the middle. */
  private double constant(String options, FakeEncoded encoded, int heads, int width) {
    try (Subject<Loss> loss = loss(new AmclProvider(), options, heads, width);
        GradientMode ignored = GradientMode.disabled()) {
      loss.parameters().values().forEach(array -> array.muli(0));
      return total(loss, encoded);
    }
  }

  private double value(LossProvider<?> provider, String options, FakeEncoded encoded, int heads) {
    try (Subject<Loss> loss = loss(provider, options, heads)) {
      return total(loss, encoded);
    }
  }

  private double total(Subject<Loss> loss, FakeEncoded encoded) {
    return loss.component()
        .evaluate(encoded, pairs(encoded), harness.context())
        .total()
        .getDouble();
  }

  private double saturated(Subject<Loss> loss, FakeEncoded encoded) {
    return requireNonNull(
            loss.component()
                .evaluate(encoded, pairs(encoded), harness.context())
                .observations()
                .get("saturated"))
        .getDouble();
  }

  private Pairs pairs(FakeEncoded encoded) {
    return Pairs.of(Contrast.of(VIEWS, VIEWS, relation(encoded.batch().size())));
  }

  private Relation relation() {
    return relation(SAMPLES);
  }

  private Relation relation(long samples) {
    return Relation.of(Structure.of(true, true, true), VIEWS, VIEWS, samples, harness.manager());
  }

  private Subject<Loss> loss(LossProvider<?> provider, String options, int heads) {
    return loss(provider, options, heads, WIDTH);
  }

  private Subject<Loss> loss(LossProvider<?> provider, String options, int heads, int width) {
    return Subject.of(
        provider, options, harness.setup().with(VIEWS.get(0), new Shape(heads, width)));
  }

  private NDArray stacked() {
    NDArray rows = NDArrays.concat(new NDList(random("a", HEADS), random("b", HEADS)), 0);
    NDArray leaf = rows.duplicate();
    leaf.setRequiresGradient(true);
    return leaf;
  }

  private NDArray random(String name, int heads) {
    return new SeededDraws(3, harness.manager())
        .normal(name, new Shape(SAMPLES, heads, WIDTH))
        .toType(DataType.FLOAT64, false);
  }
}
