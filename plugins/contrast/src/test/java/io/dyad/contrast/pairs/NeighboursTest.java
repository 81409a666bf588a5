package io.dyad.contrast.pairs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.PairSampler;
import io.dyad.api.Rows;
import io.dyad.api.Targets;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  private static final NeighboursOptions OPTIONS =
      new NeighboursOptions("support", "projection", "prediction", true, true);

  private final Harness harness = new Harness();
  private final NDArray east = harness.leaf(new Shape(2, 2), 3, 1, 1, 0);
  private final NDArray north = harness.leaf(new Shape(2, 2), 0, 1, 1, 3);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void the_nearest_row_is_the_one_of_the_largest_cosine_whatever_its_length() {
    NDArray bank = harness.constant(new Shape(3, 2), 0, 9, 0.1, 0, 5, 5);
    List<Contrast> contrasts = contrasts(bank);
    assertThat(nearest(contrasts.get(0))).containsExactly(1, 1);
    assertThat(nearest(contrasts.get(1))).containsExactly(0, 0);
  }

  @Test
  void the_neighbours_of_one_view_meet_the_predictions_of_the_other() {
    Contrast first = contrasts(harness.constant(new Shape(1, 2), 1, 1)).get(0);
    assertThat(first.anchors().get(0).all()).isEqualTo(Rows.bank("support"));
    assertThat(first.keys()).containsExactly(Rows.of("view-2", "prediction"));
    assertThat(first.relation().block(0, 2).positive().toFloatArray()).containsExactly(1, 0, 0, 1);
  }

  @Test
  void many_rows_are_looked_up_in_strips() {
    NDArray bank = harness.manager().eye(3).toType(DataType.FLOAT64, false);
    NDArray many = bank.tile(new long[] {200, 1});
    Contrast contrast =
        sampler()
            .sample(
                FakeEncoded.projections(many, many).with(Rows.bank("support"), bank),
                harness.context())
            .contrasts()
            .get(0);
    assertThat(nearest(contrast)).hasSize(600).startsWith(0, 1, 2).endsWith(0, 1, 2);
  }

  @Test
  void the_share_of_neighbours_of_the_right_label_counts_those_whose_label_is_known() {
    PairSampler sampler = sampler();
    NDArray bank = harness.constant(new Shape(3, 2), -1, -1, 1, 0, 0, 1);
    FakeEncoded rows =
        FakeEncoded.projections(harness.constant(new Shape(2, 2), 1, 0, 0, 1), north)
            .with(Rows.bank("support"), bank);
    FakeEncoded before =
        rows.with(Targets.of(Targets.LABEL, harness.manager().create(new long[] {5, 7})));
    assertThat(share(sampler, before)).isZero();
    sampler.afterStep(harness.context());
    FakeEncoded after =
        rows.with(Targets.of(Targets.LABEL, harness.manager().create(new long[] {5, 8})));
    assertThat(share(sampler, after)).isEqualTo(0.5f);
  }

  @Test
  void an_empty_bank_is_refused() {
    NDArray empty = harness.manager().zeros(new Shape(0, 2), DataType.FLOAT64);
    assertThatThrownBy(() -> contrasts(empty))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("neighbours", "banks.support.initial = random");
  }

  @Test
  void it_needs_the_bank_the_predictor_and_two_samples() {
    assertThat(sampler().needs().banks()).containsExactly("support");
    assertThat(sampler().needs().outputs()).containsExactlyInAnyOrder("projection", "prediction");
    assertThat(sampler().needs().batch()).isEqualTo(2);
  }

  private PairSampler sampler() {
    return new NeighboursProvider().create(OPTIONS, harness.setup());
  }

  private List<Contrast> contrasts(NDArray bank) {
    return sampler()
        .sample(
            FakeEncoded.projections(east, north).with(Rows.bank("support"), bank),
            harness.context())
        .contrasts();
  }

  private float share(PairSampler sampler, FakeEncoded encoded) {
    return requireNonNull(
            sampler.sample(encoded, harness.context()).observations().get("right-neighbours"))
        .getFloat();
  }

  private static long[] nearest(Contrast contrast) {
    return contrast.anchors().get(0).index().orElseThrow().toLongArray();
  }
}
