package io.dyad.contrast.wrapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.PairForms;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.dhel.DhelProvider;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MultiViewWrappersTest {
  private final Harness harness = new Harness();
  private final NDArray first = harness.constant(new Shape(2, 2), 1, 0, 0, 1);
  private final NDArray second = harness.constant(new Shape(2, 2), 2, 1, -1, 3);
  private final NDArray third = harness.constant(new Shape(2, 2), 1, -1, 2, 5);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void pairwise_is_what_a_sampler_of_pairs_makes_of_the_loss() {
    double expected = total(new InfoNceProvider(), "", "joint = false", first, second, third);
    assertThat(
            total(new PairwiseProvider(), "loss = info-nce", "joint = true", first, second, third))
        .isCloseTo(expected, within(1e-12));
    assertThat(total(new PairwiseProvider(), "loss = info-nce", "", first, second, third))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void pairwise_divides_explicit_weights_as_well() {
    FakeEncoded encoded = FakeEncoded.projections(first, second, third);
    double expected = total(new InfoNceProvider(), "", "joint = false", first, second, third);
    assertThat(
            evaluate(
                    new PairwiseProvider(),
                    "loss = info-nce",
                    "joint = true",
                    encoded,
                    pairs -> PairForms.weights(pairs, encoded))
                .total()
                .getDouble())
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void pairwise_averages_terms_by_name() {
    LossValue value =
        evaluate(
            new PairwiseProvider(),
            "loss = dhel",
            "joint = true",
            FakeEncoded.projections(first, second, third),
            pairs -> pairs);
    assertThat(value.terms()).containsOnlyKeys("alignment", "uniformity");
    assertThat(value.terms().values().stream().mapToDouble(NDArray::getDouble).sum())
        .isCloseTo(value.total().getDouble(), within(1e-12));
  }

  @Test
  void the_average_of_the_others_is_the_other_of_two() {
    assertThat(total(new AverageViewProvider(), "loss = dhel", "joint = true", first, second))
        .isCloseTo(total(new DhelProvider(), "", "joint = true", first, second), within(1e-12));
  }

  /** Views one and two are alike, the third is at a right angle to them. */
  @Test
  void each_view_meets_the_mean_of_the_units_of_the_others() {
    NDArray up = harness.constant(new Shape(2, 2), 3, 0, 0, 1);
    NDArray turned = harness.constant(new Shape(2, 2), 0, 1, 1, 0);
    double temperature = 0.3;
    double mixed = Math.sqrt(0.5) / temperature;
    double matched = (mixed + mixed + 0) / 3;
    double energies = 2 * (1 / temperature + 1 / temperature + 0) / 3 / 2;
    double value = total(new AverageViewProvider(), "loss = dhel", "joint = true", up, up, turned);
    assertThat(value).isCloseTo(energies - matched, within(1e-12));
  }

  @Test
  void pairs_of_two_are_too_few_for_an_average() {
    assertThatThrownBy(
            () ->
                evaluate(
                    new AverageViewProvider(),
                    "loss = info-nce",
                    "",
                    FakeEncoded.projections(first, second),
                    pairs -> PairForms.weights(pairs, FakeEncoded.projections(first, second))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("average-view", "joint = true");
  }

  @Test
  void a_weighted_sum_adds_up_and_names_its_terms() {
    LossValue value =
        evaluate(
            new WeightedSumProvider(),
            "terms { apart { loss = dhel, weight = 0.5 }, together { loss = info-nce, weight = -2 } }",
            "",
            FakeEncoded.projections(first, second),
            pairs -> pairs);
    assertThat(value.terms())
        .containsOnlyKeys("apart", "apart.alignment", "apart.uniformity", "together");
    assertThat(value.total().getDouble())
        .isCloseTo(
            0.5 * total(new DhelProvider(), "", "", first, second)
                - 2 * total(new InfoNceProvider(), "", "", first, second),
            within(1e-12));
  }

  @Test
  void a_weighted_sum_of_nothing_is_refused() {
    assertThatThrownBy(() -> total(new WeightedSumProvider(), "terms {}", "", first, second))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("weighted-sum", "at least one term");
  }

  private double total(LossProvider<?> provider, String options, String pairing, NDArray... views) {
    return evaluate(provider, options, pairing, FakeEncoded.projections(views), pairs -> pairs)
        .total()
        .getDouble();
  }

  private LossValue evaluate(
      LossProvider<?> provider,
      String options,
      String pairing,
      FakeEncoded encoded,
      UnaryOperator<Pairs> form) {
    try (Subject<Loss> loss = Subject.of(provider, options, harness.setup());
        var sampler = Subject.of(new InBatchProvider(), pairing, harness.setup())) {
      Pairs pairs = form.apply(sampler.component().sample(encoded, harness.context()));
      return loss.component().evaluate(encoded, pairs, harness.context());
    }
  }
}
