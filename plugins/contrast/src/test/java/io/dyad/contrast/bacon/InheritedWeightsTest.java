package io.dyad.contrast.bacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Parameters;
import io.dyad.api.Stage;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.RecordedTraining;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritedWeightsTest {
  private static RecordedTraining training(Harness harness, Parameters parameters) {
    return new RecordedTraining(harness.context(), Stage.named("warm-up"), parameters, List.of());
  }

  @Test
  void parameters_of_one_name_and_shape_are_taken_over_and_stay_trainable() {
    try (Harness harness = new Harness()) {
      NDArray source = harness.leaf(new Shape(2), 1, 2);
      NDArray same = harness.leaf(new Shape(2), 7, 8);
      NDArray other = harness.leaf(new Shape(3), 7, 8, 9);
      Parameters parameters =
          Parameters.NONE
              .with("main.encoder.main", Map.of("weight", source))
              .with("pseudo.encoder.main", Map.of("weight", same))
              .with("pseudo.logits.main", Map.of("prototypes", other));
      new InheritedWeights(Map.of("pseudo", "main"), "procedure")
          .copy(training(harness, parameters));
      assertThat(same.toDoubleArray()).containsExactly(1, 2);
      assertThat(other.toDoubleArray()).containsExactly(7, 8, 9);
      assertThat(harness.gradients(same.sum(), same).head().toDoubleArray()).containsOnly(1);
      assertThat(source.toDoubleArray()).containsExactly(1, 2);
    }
  }

  @Test
  void networks_with_nothing_in_common_are_refused_by_name() {
    try (Harness harness = new Harness()) {
      Parameters parameters =
          Parameters.NONE.with("main.encoder.main", Map.of("w", harness.leaf(new Shape(1), 1)));
      InheritedWeights weights = new InheritedWeights(Map.of("pseudo", "main"), "procedure");
      assertThatThrownBy(() -> weights.copy(training(harness, parameters)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("procedure.begin", "pseudo", "main");
    }
  }
}
