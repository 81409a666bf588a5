package io.dyad.contrast.kcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.InBatchPairs;
import io.dyad.contract.harness.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KclTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  /** Partners at distance 0, samples at squared distance 2; gamma 1 leaves 2 E - 2 A. */
  @ParameterizedTest
  @CsvSource({
    "gaussian, 0.01831563888873418, 1",
    "log, -0.8047189562170503, 0",
    "inverse-multiquadric, 0.816496580927726, 1",
    "gaussian-riesz, 0.5, 1"
  })
  void orthogonal_samples_whose_views_agree_cost_the_closed_form_value(
      String kernel, double energy, double alignment) {
    NDArray view = harness.constant(new Shape(2, 2), 1, 0, 0, 1);
    assertThat(value("gamma = 1, kernel = " + kernel, view, view))
        .isCloseTo(2 * energy - 2 * alignment, within(1e-12));
  }

  @Test
  void the_value_does_not_grow_with_the_batch() {
    NDArray two = harness.constant(new Shape(2, 3), 1, 0, 0, 0, 1, 0);
    NDArray three = harness.constant(new Shape(3, 3), 1, 0, 0, 0, 1, 0, 0, 0, 1);
    assertThat(value("", three, three)).isCloseTo(value("", two, two), within(1e-12));
  }

  private double value(String options, NDArray first, NDArray second) {
    FakeEncoded encoded = FakeEncoded.projections(first, second);
    try (var loss = Subject.of(new KclProvider(), options, harness.setup())) {
      return loss.component()
          .evaluate(
              encoded,
              InBatchPairs.pattern(encoded, "projection", harness.context()),
              harness.context())
          .total()
          .getDouble();
    }
  }
}
