package io.dyad.contrast.dhel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.LossValue;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.pairs.InBatchProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DhelTest {
  private static final String JOINT = "joint = true";

  private final Harness harness = new Harness();
  private final NDArray view = harness.constant(new Shape(2, 2), 1, 0, 0, 1);

  @AfterEach
  void close() {
    harness.close();
  }

  /** One negative at a right angle in each view: its logarithm is 0; three pairs of views. */
  @Test
  void three_equal_views_cost_the_closed_form_value() {
    LossValue value =
        evaluate(harness, new MvDhelProvider(), "temperature = 0.5", view, view, view);
    assertThat(value.total().getDouble()).isCloseTo(-Math.log(3) - 2, within(1e-12));
    assertThat(value.terms()).containsOnlyKeys("alignment", "uniformity");
  }

  @Test
  void two_views_are_dhel() {
    NDArray other = harness.constant(new Shape(2, 2), 1, 2, -1, 1);
    assertThat(total(new MvDhelProvider(), "temperature = 0.3", view, other))
        .isCloseTo(total(new DhelProvider(), "", view, other), within(1e-12));
  }

  @Test
  void the_energy_of_the_second_view_can_be_left_out() {
    NDArray other = harness.constant(new Shape(2, 2), 1, 2, 1, 1);
    double energy = 3 / Math.sqrt(10) / 0.3;
    assertThat(
            total(new DhelProvider(), "", view, other)
                - total(new DhelProvider(), "both-views-in-denominator = false", view, other))
        .isCloseTo(energy, within(1e-12));
  }

  @Test
  void many_views_at_a_cold_temperature_stay_finite_in_float32() {
    try (Harness single = new Harness(DataType.FLOAT32)) {
      NDArray same = single.constant(new Shape(2, 2), 1, 0, 1, 0);
      LossValue value =
          evaluate(single, new MvDhelProvider(), "temperature = 0.02", same, same, same, same);
      assertThat(value.total().getFloat()).isCloseTo((float) (3 * 50 - Math.log(6)), within(1e-2f));
    }
  }

  @Test
  void three_views_are_refused_with_the_wrapper_that_takes_them() {
    assertThatThrownBy(() -> evaluate(harness, new DhelProvider(), "", view, view, view))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("dhel", "3", "pairwise");
  }

  private double total(LossProvider<?> provider, String options, NDArray... views) {
    return evaluate(harness, provider, options, views).total().getDouble();
  }

  private static LossValue evaluate(
      Harness harness, LossProvider<?> provider, String options, NDArray... views) {
    FakeEncoded encoded = FakeEncoded.projections(views);
    try (Subject<Loss> loss = Subject.of(provider, options, harness.setup());
        var pairs = Subject.of(new InBatchProvider(), JOINT, harness.setup())) {
      return loss.component()
          .evaluate(
              encoded, pairs.component().sample(encoded, harness.context()), harness.context());
    }
  }
}
