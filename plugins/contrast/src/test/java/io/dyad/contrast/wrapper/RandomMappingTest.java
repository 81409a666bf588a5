package io.dyad.contrast.wrapper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Loss;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.contract.harness.InBatchPairs;
import io.dyad.contract.harness.Subject;
import io.dyad.contrast.infonce.InfoNceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RandomMappingTest {
  private static final String STATE = "test/matrix";

  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void the_matrix_is_redrawn_before_epochs_whose_successor_is_a_multiple_of_the_interval() {
    assertThat(redrawn("interval = 10", 31)).containsExactly(9L, 19L, 29L);
    assertThat(redrawn("interval = 1", 4)).containsExactly(1L, 2L, 3L);
  }

  @Test
  void the_same_epoch_draws_the_same_matrix() {
    try (Subject<Loss> one = mapping("interval = 1");
        Subject<Loss> two = mapping("interval = 1")) {
      assertThat(values(one)).isEqualTo(values(two));
      one.component().onEpochStart(Epoch.of(harness, 1));
      two.component().onEpochStart(Epoch.of(harness, 1));
      assertThat(values(one)).isEqualTo(values(two));
    }
  }

  @Test
  void it_is_state_and_not_trained() {
    try (Subject<Loss> mapping = mapping("dimensions = 3")) {
      assertThat(mapping.parameters()).isEmpty();
      assertThat(matrix(mapping).getShape()).isEqualTo(new Shape(2, 3));
    }
  }

  @Test
  void the_inner_loss_sees_mapped_rows() {
    NDArray first = harness.constant(new Shape(2, 2), 3, 0, 0, 1);
    NDArray second = harness.constant(new Shape(2, 2), 0, 2, 1, 0);
    NDArray matrix = harness.constant(new Shape(2, 1), 2, -1);
    NDArray signs = harness.constant(new Shape(2, 1), 1, -1);
    for (String normalize : List.of("true", "false")) {
      try (Subject<Loss> mapping = mapping("dimensions = 1, normalize = " + normalize);
          Subject<Loss> plain = Subject.of(new InfoNceProvider(), "", harness.setup())) {
        mapping.restore(Map.of(STATE, matrix));
        assertThat(value(mapping, first, second))
            .isCloseTo(value(plain, signs, signs.neg()), within(1e-12));
      }
    }
  }

  @Test
  void rows_of_another_width_are_refused_by_name() {
    NDArray wide = harness.constant(new Shape(2, 3), 1, 0, 0, 0, 1, 0);
    try (Subject<Loss> mapping = mapping("")) {
      assertThatThrownBy(() -> value(mapping, wide, wide))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("random-mapping", "width 2", "view-1.projection", "3 wide");
    }
  }

  private List<Long> redrawn(String options, int epochs) {
    List<Long> at = new ArrayList<>();
    try (Subject<Loss> mapping = mapping(options)) {
      for (long epoch = 0; epoch < epochs; epoch++) {
        List<Double> before = values(mapping);
        mapping.component().onEpochStart(Epoch.of(harness, epoch));
        if (!values(mapping).equals(before)) {
          at.add(epoch);
        }
      }
    }
    return at;
  }

  private Subject<Loss> mapping(String options) {
    HarnessSetup setup = harness.setup().with(Rows.of("any", "projection"), new Shape(2));
    return Subject.of(new RandomMappingProvider(), "loss = info-nce, " + options, setup);
  }

  private static NDArray matrix(Subject<Loss> mapping) {
    return requireNonNull(mapping.state().get(STATE));
  }

  private static List<Double> values(Subject<Loss> mapping) {
    List<Double> values = new ArrayList<>();
    for (double value : matrix(mapping).toDoubleArray()) {
      values.add(value);
    }
    return values;
  }

  private double value(Subject<Loss> loss, NDArray first, NDArray second) {
    FakeEncoded encoded = FakeEncoded.projections(first, second);
    return loss.component()
        .evaluate(
            encoded,
            InBatchPairs.pattern(encoded, "projection", harness.context()),
            harness.context())
        .total()
        .getDouble();
  }
}
