package io.dyad.contrast.dcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.PairForms;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DclwTest {
  private static final List<Rows> VIEWS =
      List.of(Rows.of("view-1", Embeddings.PROJECTION), Rows.of("view-2", Embeddings.PROJECTION));

  private final Harness harness = new Harness();

  /** The first sample agrees with itself, the second is at a right angle to itself. */
  private final NDArray first = harness.leaf(new Shape(2, 3), 1, 0, 0, 0, 1, 0);

  private final NDArray second = harness.leaf(new Shape(2, 3), 1, 0, 0, 0, 0, 1);
  private final FakeEncoded encoded = FakeEncoded.projections(first, second);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void harder_positives_weigh_more_and_the_mean_weight_is_one() {
    double sigma = 0.5;
    double share = Math.exp(1 / sigma) / (Math.exp(1 / sigma) + 1);
    double[] weights = weights(value(sigma, true));
    assertThat(weights)
        .containsExactly(
            new double[] {2 - 2 * share, 2 * share, 2 - 2 * share, 2 * share}, within(1e-12));
  }

  @Test
  void the_value_is_the_energy_of_two_orthogonal_negatives_less_the_weighed_cosine() {
    double share = Math.exp(2) / (Math.exp(2) + 1);
    double expected = Math.log(2) - (2 - 2 * share) / 0.1 / 2;
    assertThat(value(0.5, true).total().getDouble()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void a_partner_in_the_denominator_is_taken_out() {
    assertThat(value(0.5, true).total().getDouble())
        .isEqualTo(value(0.5, false).total().getDouble());
  }

  @Test
  void a_large_sigma_gives_all_positives_the_weight_one() {
    assertThat(weights(value(1e9, true))).containsExactly(new double[] {1, 1, 1, 1}, within(1e-8));
  }

  @Test
  void an_anchor_without_positives_takes_no_part() {
    NDArray positive = harness.constant(new Shape(2, 2), 1, 0, 0, 0);
    NDArray ones = harness.constant(new Shape(2, 2), 1, 1, 1, 1);
    Contrast contrast =
        Contrast.of(VIEWS.subList(0, 1), VIEWS.subList(1, 2), Relation.of(positive, ones));
    LossValue value = loss(0.5, Pairs.of(contrast));
    assertThat(value.total().getDouble()).isCloseTo((0 - 1 / 0.1) / 2, within(1e-9));
    assertThat(weights(value)[0]).isCloseTo(1, within(1e-12));
  }

  @Test
  void weights_agree_with_the_pattern_they_stand_for() {
    Pairs pattern = pairs(true);
    assertThat(loss(0.3, PairForms.weights(pattern, encoded)).total().getDouble())
        .isCloseTo(loss(0.3, pattern).total().getDouble(), within(1e-12));
  }

  @Test
  void pairs_without_negatives_are_refused() {
    Relation relation =
        Relation.of(
            Structure.of(false, false, true),
            VIEWS.subList(0, 1),
            VIEWS.subList(1, 2),
            2,
            harness.manager());
    Pairs agreement = Pairs.of(Contrast.of(VIEWS.subList(0, 1), VIEWS.subList(1, 2), relation));
    assertThatThrownBy(() -> loss(0.5, agreement))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("dclw needs negatives", "in-batch");
  }

  private Pairs pairs(boolean partnerInDenominator) {
    Structure structure = Structure.of(true, true, partnerInDenominator);
    return Pairs.of(
        Contrast.of(VIEWS, VIEWS, Relation.of(structure, VIEWS, VIEWS, 2, harness.manager())));
  }

  private LossValue value(double sigma, boolean partnerInDenominator) {
    return loss(sigma, pairs(partnerInDenominator));
  }

  private LossValue loss(double sigma, Pairs pairs) {
    return new DclwProvider()
        .create(new DclwOptions(0.1, sigma), harness.setup())
        .evaluate(encoded, pairs, harness.context());
  }

  private static double[] weights(LossValue value) {
    NDArray weights = value.observations().get("positive-weight");
    return weights == null
        ? new double[0]
        : weights.toType(DataType.FLOAT64, false).toDoubleArray();
  }
}
