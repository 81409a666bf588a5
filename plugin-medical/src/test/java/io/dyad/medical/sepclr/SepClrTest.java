package io.dyad.medical.sepclr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Kernel;
import io.dyad.api.Pairs;
import io.dyad.contract.harness.Harness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closed forms of the terms. */
class SepClrTest {
  private final Harness harness = new Harness();
  private final Kernel kernel = harness.kernels().resource(SepClr.class, "sepclr");

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void rows_that_are_all_alike_have_the_largest_uniformity_and_no_joint_entropy() {
    NDArray ones = harness.constant(new Shape(4, 2), 1, 1, 1, 1, 1, 1, 1, 1);
    double[] terms = terms(ones, ones, 1, 1, 1, 1);
    assertThat(terms).containsExactly(new double[] {0, 0, 0, 0}, within(1e-12));
  }

  @Test
  void two_targets_at_a_distance_repel_by_its_square() {
    NDArray common = harness.constant(new Shape(2, 2), 1, 0, -1, 0);
    NDArray salient = harness.constant(new Shape(2, 1), 0, 3);
    double[] terms = terms(common, salient, 1, 1);
    assertThat(terms[0]).as("2 x -|u1 - u2|^2").isCloseTo(-8, within(1e-12));
    assertThat(terms[1]).as("2 x -|z1 - z2|^2").isCloseTo(-18, within(1e-12));
    assertThat(terms[3])
        .as("log of half of 1 + exp(-4 - 9)")
        .isCloseTo(Math.log((1 + Math.exp(-13)) / 2), within(1e-12));
  }

  @Test
  void the_salient_code_of_background_is_pulled_to_zero_and_counts_as_zero() {
    NDArray common = harness.constant(new Shape(2, 1), 1, 1);
    NDArray salient = harness.constant(new Shape(2, 1), 2, 3);
    double[] terms = terms(common, salient, 1, 0);
    assertThat(terms[1]).as("2 x -|2 - 0|^2").isCloseTo(-8, within(1e-12));
    assertThat(terms[2]).as("|3|^2").isCloseTo(9, within(1e-12));
  }

  @Test
  void a_batch_without_targets_or_without_background_has_no_such_term() {
    NDArray rows = harness.constant(new Shape(2, 1), 2, 3);
    assertThat(terms(rows, rows, 0, 0)[1]).isCloseTo(0, within(1e-12));
    assertThat(terms(rows, rows, 1, 1)[2]).isZero();
  }

  @Test
  void pairs_far_apart_have_a_finite_uniformity() {
    NDArray far = harness.constant(new Shape(2, 1), 0, 1e4);
    assertThat(terms(far, far, 1, 1)[1]).isCloseTo(-2e8, within(1e-3));
  }

  @Test
  void other_pairs_are_refused_with_the_sampler_to_set() {
    assertThatThrownBy(() -> TwoViews.of(Pairs.of(), "sepclr"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("use = cross-view");
  }

  private double[] terms(NDArray common, NDArray salient, double... target) {
    return kernel
        .call(
            "terms",
            common,
            common,
            salient,
            salient,
            harness.constant(new Shape(target.length), target),
            0.5,
            2.0)
        .stream()
        .mapToDouble(NDArray::getDouble)
        .toArray();
  }
}
