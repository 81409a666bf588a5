package io.dyad.contrast.cacr;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.LossValue;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.pairs.InBatchProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CacrTest {
  private final Harness harness = new Harness();
  private final NDArray first = harness.constant(new Shape(3, 3), 1, 0, 0, 0, 1, 0, 0, 0, 1);
  private final NDArray second = harness.constant(new Shape(3, 3), 1, 1, 0, 0, 1, 0, 0, 0, -1);

  @AfterEach
  void close() {
    harness.close();
  }

  /** Squared distances of partners: 2 - sqrt(2), 0 and 4. */
  @Test
  void two_views_attract_by_their_mean_squared_distance() {
    double mean = (2 - Math.sqrt(2) + 0 + 4) / 3;
    assertThat(term("attraction", "", first, second)).isCloseTo(mean, within(1e-12));
    assertThat(term("attraction", "alpha = 3", first, second)).isCloseTo(3 * mean, within(1e-12));
  }

  @Test
  void equal_distances_have_equal_weights() {
    assertThat(term("repulsion", "t-negative = 9", first, first)).isCloseTo(-2, within(1e-12));
    assertThat(term("repulsion", "cost = rbf, beta = 2", first, first))
        .isCloseTo(2 * -4, within(1e-12));
  }

  @Test
  void distant_positives_and_close_negatives_weigh_more_unless_weights_are_uniform() {
    double near = 2 - Math.sqrt(2);
    assertThat(term("repulsion", "repulsion = uniform", first, second))
        .isCloseTo(-(2 + 2 + near + 2 + 2 + 2) / 6, within(1e-12));
    assertThat(term("repulsion", "t-negative = 50", first, second))
        .isCloseTo(-(2 + near + 2) / 3, within(1e-9));
    assertThat(term("attraction", "attraction = uniform", first, first, second))
        .isLessThan(term("attraction", "", first, first, second));
  }

  @Test
  void the_debiased_form_takes_back_what_partners_count() {
    double partners = (2 - Math.sqrt(2) + 0 + 4) / 3;
    double plain = term("repulsion", "", first, second);
    assertThat(term("repulsion", "debias = 0.1", first, second))
        .isCloseTo((plain - 0.1 * partners) / 0.9, within(1e-12));
  }

  @Test
  void the_rbf_cost_has_no_debiased_form() {
    assertThatThrownBy(() -> term("repulsion", "cost = rbf, debias = 0.1", first, second))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("cacr", "cost = euclidean");
  }

  private double term(String name, String options, NDArray... views) {
    FakeEncoded encoded = FakeEncoded.projections(views);
    try (var loss = Subject.of(new CacrProvider(), options, harness.setup());
        var pairs = Subject.of(new InBatchProvider(), "joint = true", harness.setup())) {
      LossValue value =
          loss.component()
              .evaluate(
                  encoded, pairs.component().sample(encoded, harness.context()), harness.context());
      assertThat(value.terms()).containsOnlyKeys("attraction", "repulsion");
      return number(value.terms(), name);
    }
  }

  private static double number(Map<String, NDArray> named, String name) {
    return requireNonNull(named.get(name), name).getDouble();
  }
}
