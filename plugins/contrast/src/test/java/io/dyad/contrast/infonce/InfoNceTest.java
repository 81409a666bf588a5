package io.dyad.contrast.infonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InfoNceTest {
  private static final List<Rows> VIEWS =
      List.of(Rows.of("view-1", Embeddings.PROJECTION), Rows.of("view-2", Embeddings.PROJECTION));

  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void two_orthogonal_pairs_cost_the_closed_form_value() {
    double temperature = 0.5;
    NDArray views = harness.constant(new Shape(2, 2), 1, 0, 0, 1);
    FakeEncoded encoded = FakeEncoded.projections(views, views);
    double value = value(encoded, relation(encoded, Structure.of(true, true, true)), temperature);
    assertThat(value).isCloseTo(Math.log1p(2 * Math.exp(-1 / temperature)), within(1e-12));
  }

  @Test
  void an_anchor_without_positives_counts_as_zero() {
    NDArray views = harness.leaf(new Shape(2, 2), 1, 0, 0, 1);
    FakeEncoded encoded = FakeEncoded.projections(views, views);
    NDArray positive = harness.constant(new Shape(1, 2), 1, 0);
    NDArray none = harness.constant(new Shape(1, 2), 0, 0);
    NDArray ones = harness.constant(new Shape(1, 2), 1, 1);
    Relation first = weights(positive.concat(none, 0), ones.concat(none, 0));
    Contrast contrast = Contrast.of(VIEWS.subList(0, 1), VIEWS.subList(1, 2), first);
    NDArray loss =
        loss(new InfoNceOptions(1, true))
            .evaluate(encoded, Pairs.of(contrast), harness.context())
            .total();
    assertThat(loss.getDouble()).isCloseTo(Math.log1p(Math.exp(-1)) / 2, within(1e-12));
    assertThat(Arrays.stream(harness.gradients(loss, views).head().toDoubleArray()))
        .allMatch(Double::isFinite);
  }

  @Test
  void several_contrasts_are_averaged() {
    FakeEncoded encoded = FakeEncoded.projections(random("first"), random("second"));
    Relation one = relation(encoded, Structure.of(true, true, true));
    Relation two = relation(encoded, Structure.of(false, true, false));
    Pairs both = Pairs.of(Contrast.of(VIEWS, VIEWS, one), Contrast.of(VIEWS, VIEWS, two));
    double value =
        loss(new InfoNceOptions(0.5, true))
            .evaluate(encoded, both, harness.context())
            .total()
            .getDouble();
    assertThat(value)
        .isCloseTo((value(encoded, one, 0.5) + value(encoded, two, 0.5)) / 2, within(1e-12));
  }

  @Test
  void a_base_temperature_scales_the_loss() {
    FakeEncoded encoded = FakeEncoded.projections(random("first"), random("second"));
    Relation pattern = relation(encoded, Structure.of(true, true, true));
    double scaled =
        total(encoded, pattern, new InfoNceOptions(0.1, true, Optional.of(0.07))).getDouble();
    assertThat(scaled).isCloseTo(value(encoded, pattern, 0.1) / 0.7, within(1e-12));
  }

  @Test
  void a_cold_temperature_stays_finite_in_float32() {
    try (Harness single = new Harness(DataType.FLOAT32)) {
      NDArray views = single.leaf(new Shape(2, 2), 1, 0, -1, 0);
      FakeEncoded encoded = FakeEncoded.projections(views, views.neg());
      Relation pattern =
          Relation.of(Structure.of(true, true, true), VIEWS, VIEWS, 2, single.manager());
      Loss loss = new InfoNceProvider().create(new InfoNceOptions(0.01, true), single.setup());
      NDArray value =
          loss.evaluate(encoded, Pairs.of(Contrast.of(VIEWS, VIEWS, pattern)), single.context())
              .total();
      assertThat(value.getFloat()).isCloseTo(200, within(1e-3f));
    }
  }

  @Test
  void rows_of_zeros_have_finite_gradients() {
    NDArray zeros = harness.leaf(new Shape(2, 2), 0, 0, 1, 0);
    FakeEncoded encoded = FakeEncoded.projections(zeros, zeros);
    Relation pattern = relation(encoded, Structure.of(true, true, true));
    NDArray loss = total(encoded, pattern, new InfoNceOptions(0.2, true));
    assertThat(Arrays.stream(harness.gradients(loss, zeros).head().toDoubleArray()))
        .allMatch(Double::isFinite);
  }

  @Test
  void pairs_without_a_contrast_are_refused() {
    FakeEncoded encoded = FakeEncoded.projections(random("first"));
    Loss loss = loss(new InfoNceOptions(0.2, true));
    assertThatThrownBy(() -> loss.evaluate(encoded, Pairs.of(List.of()), harness.context()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("at least one contrast");
  }

  private Relation relation(FakeEncoded encoded, Structure structure) {
    long samples = encoded.get(VIEWS.get(0)).getShape().get(0);
    return Relation.of(structure, VIEWS, VIEWS, samples, harness.manager());
  }

  private static Relation weights(NDArray positive, NDArray denominator) {
    return new Relation() {
      @Override
      public Optional<Structure> structure() {
        return Optional.empty();
      }

      @Override
      public Block block(long fromRow, long toRow) {
        return Block.of(positive, denominator);
      }
    };
  }

  private Loss loss(InfoNceOptions options) {
    return new InfoNceProvider().create(options, harness.setup());
  }

  private NDArray total(FakeEncoded encoded, Relation relation, InfoNceOptions options) {
    Pairs pairs = Pairs.of(Contrast.of(VIEWS, VIEWS, relation));
    return loss(options).evaluate(encoded, pairs, harness.context()).total();
  }

  private double value(FakeEncoded encoded, Relation relation, double temperature) {
    return total(encoded, relation, new InfoNceOptions(temperature, true)).getDouble();
  }

  private NDArray random(String name) {
    SeededDraws draws = new SeededDraws(3, harness.manager());
    NDArray rows = draws.normal(name, new Shape(5, 4)).toType(DataType.FLOAT64, false);
    rows.setRequiresGradient(true);
    return rows;
  }
}
