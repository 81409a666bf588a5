package io.dyad.contrast.mvinfonce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Pairs;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.pairs.InBatchProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MvInfoNceTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void orthogonal_samples_whose_views_agree_cost_the_closed_form_value() {
    NDArray view = harness.constant(new Shape(2, 2), 1, 0, 0, 1);
    double partner = Math.exp(2);
    double code = Math.log((6 * partner + 9) / (6 * partner));
    double printed = Math.log((6 * partner + 6) / (6 * partner));
    assertThat(value(harness, "temperature = 0.5", view, view, view))
        .isCloseTo(code, within(1e-12));
    assertThat(value(harness, "temperature = 0.5, form = as-printed", view, view, view))
        .isCloseTo(printed, within(1e-12));
  }

  @Test
  void shuffling_one_view_changes_the_loss() {
    NDArray view = harness.constant(new Shape(2, 2), 1, 0, 0, 1);
    NDArray shuffled = harness.constant(new Shape(2, 2), 0, 1, 1, 0);
    assertThat(value(harness, "", view, view, shuffled))
        .isGreaterThan(value(harness, "", view, view, view) + 0.1);
  }

  @Test
  void a_cold_temperature_stays_finite_in_float32() {
    try (Harness single = new Harness(DataType.FLOAT32)) {
      NDArray view = single.constant(new Shape(2, 2), 1, 0, -1, 0);
      assertThat(value(single, "temperature = 0.005", view, view.neg())).isCloseTo(400, within(1.));
    }
  }

  @Test
  void pairs_of_one_view_are_refused() {
    NDArray view = harness.constant(new Shape(2, 2), 1, 0, 0, 1);
    FakeEncoded encoded = FakeEncoded.projections(view, view);
    try (var loss = Subject.of(new MvInfoNceProvider(), "", harness.setup())) {
      assertThat(loss.needs().views()).isEqualTo(2);
      assertThat(loss.needs().batch()).isEqualTo(2);
      assertThatThrownBy(() -> loss.component().evaluate(encoded, Pairs.of(), harness.context()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("mv-infonce", "at least one contrast");
    }
  }

  private static double value(Harness harness, String options, NDArray... views) {
    FakeEncoded encoded = FakeEncoded.projections(views);
    try (var loss = Subject.of(new MvInfoNceProvider(), options, harness.setup());
        var pairs = Subject.of(new InBatchProvider(), "joint = true", harness.setup())) {
      Pairs sampled = pairs.component().sample(encoded, harness.context());
      NDArray total = loss.component().evaluate(encoded, sampled, harness.context()).total();
      return total.toType(DataType.FLOAT64, false).getDouble();
    }
  }
}
