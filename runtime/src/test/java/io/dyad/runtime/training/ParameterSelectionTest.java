package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.experiment.PhaseOptions;
import io.dyad.runtime.training.optimizer.Trained;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A weight and a bias of an encoder and of a predictor; an epoch has ten steps. */
class ParameterSelectionTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void vectors_do_not_decay_under_layerwise_rates_unless_asked() {
    for (String algorithm : List.of("lars", "larc")) {
      String optimizer = "optimizer { weight-decay = 0.1, algorithm = " + algorithm + " }";
      assertThat(decays(optimizer)).containsExactly(0.1, 0.0, 0.1, 0.0);
      assertThat(decays(optimizer, "optimizer.decay-vectors = true"))
          .containsExactly(0.1, 0.1, 0.1, 0.1);
    }
  }

  @Test
  void vectors_decay_under_the_other_algorithms_unless_forbidden() {
    for (String algorithm : List.of("sgd", "adam", "adamw")) {
      String optimizer = "optimizer { weight-decay = 0.1, algorithm = " + algorithm + " }";
      assertThat(decays(optimizer)).containsExactly(0.1, 0.1, 0.1, 0.1);
      assertThat(decays(optimizer, "optimizer.decay-vectors = false"))
          .containsExactly(0.1, 0.0, 0.1, 0.0);
      assertThat(
              decays(
                  optimizer,
                  "optimizer.decay-vectors = false",
                  "groups.\"*predictor*\".weight-decay = 0.3"))
          .containsExactly(0.1, 0.0, 0.3, 0.3);
    }
  }

  @Test
  void a_group_of_vectors_only_leaves_matrices_alone() {
    List<Trained> trained =
        select("groups.\"*\" { only-vectors = true, learning-rate-factor = 0.024 }");
    assertThat(trained.stream().map(Trained::learningRateFactor))
        .containsExactly(1.0, 0.024, 1.0, 0.024);
  }

  @Test
  void a_group_keeps_its_rate_and_starts_late() {
    List<Trained> trained =
        select(
            "groups.\"*predictor*\" { schedule = constant, frozen-steps = 7 }",
            "groups.\"*bias\" { frozen-epochs = 1.5 }");
    assertThat(trained.stream().map(Trained::constant)).containsExactly(false, false, true, true);
    assertThat(trained.stream().map(Trained::frozenSteps)).containsExactly(0L, 15L, 7L, 15L);
  }

  private List<Double> decays(String... settings) {
    return select(settings).stream().map(Trained::weightDecay).toList();
  }

  private List<Trained> select(String... settings) {
    Map<String, NDArray> parameters = new LinkedHashMap<>();
    for (String part : List.of("encoder", "predictor")) {
      parameters.put("main." + part + ".weight", manager.ones(new Shape(2, 2)));
      parameters.put("main." + part + ".bias", manager.ones(new Shape(2)));
    }
    PhaseOptions phase = new PhaseOptions(List.of(), List.of("*"), Optional.empty());
    return ParameterSelection.of("main", phase, TrainSettings.of(settings), parameters, 10);
  }
}
