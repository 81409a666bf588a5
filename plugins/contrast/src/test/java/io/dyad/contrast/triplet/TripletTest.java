package io.dyad.contrast.triplet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.LossValue;
import io.dyad.api.PairSamplerProvider;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.pairs.CrossViewProvider;
import io.dyad.contrast.pairs.InBatchProvider;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TripletTest {
  private final Harness harness = new Harness();
  private final NDArray view = harness.leaf(new Shape(2, 2), 1, 0, 0, 1);

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void negatives_at_a_right_angle_are_just_satisfied_by_a_margin_of_one() {
    LossValue value = evaluate(new InBatchProvider(), "", "", view, view);
    assertThat(number(value.terms(), "triplet")).isZero();
    assertThat(number(value.observations(), "active-triplets")).isZero();
    assertThat(value.total().getDouble()).isCloseTo(8 * Math.log1p(Math.exp(-2)), within(1e-12));
    assertThat(Arrays.stream(harness.gradients(value.total(), view).head().toDoubleArray()))
        .allMatch(Double::isFinite);
  }

  @Test
  void only_active_triplets_are_averaged() {
    NDArray turned = harness.constant(new Shape(2, 2), 1, 0, 0, -1);
    LossValue value = evaluate(new InBatchProvider(), "", "margin = 0.5", view, turned);
    assertThat(number(value.observations(), "active-triplets")).isEqualTo(4);
    assertThat(number(value.terms(), "triplet")).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void one_view_against_the_other_has_negatives_of_the_other_only() {
    NDArray alike = harness.constant(new Shape(2, 2), 1, 0, 1, 0);
    double smooth = Math.log1p(Math.exp(0));
    LossValue value =
        evaluate(new CrossViewProvider(), "both-ways = false", "smooth-weight = 2", alike, alike);
    assertThat(value.total().getDouble()).isCloseTo(1 + 2 * smooth, within(1e-12));
    assertThat(number(value.observations(), "active-triplets")).isEqualTo(2);
  }

  @Test
  void several_partners_are_refused_with_the_wrapper_that_takes_them() {
    assertThatThrownBy(() -> evaluate(new InBatchProvider(), "joint = true", "", view, view, view))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("triplet", "one partner", "pairwise");
  }

  private LossValue evaluate(
      PairSamplerProvider<?> sampler, String pairing, String options, NDArray... views) {
    FakeEncoded encoded = FakeEncoded.projections(views);
    try (var loss = Subject.of(new TripletProvider(), options, harness.setup());
        var pairs = Subject.of(sampler, pairing, harness.setup())) {
      return loss.component()
          .evaluate(
              encoded, pairs.component().sample(encoded, harness.context()), harness.context());
    }
  }

  private static double number(Map<String, NDArray> named, String name) {
    return requireNonNull(named.get(name), name).getDouble();
  }
}
