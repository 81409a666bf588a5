package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import io.dyad.api.ConfigurationException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches in chunks against the same batches as a whole, after three steps. */
class ChunkedTrainingTest {
  private static final String BASE =
      """
      data { use = points, size = 20 }
      views { use = multiples, noise = 0.3 }
      train.batch-size = 7
      train.optimizer { algorithm = adamw, learning-rate = 0.05 }
      train.clip-norm = 0.5
      encoder = null
      loss = all-pairs
      pairs = everything
      """;
  private static final String NETWORK = "networks.main.encoder = waves";
  private static final String DROPOUT = "networks.main.encoder { use = waves, drop = 0.4 }";
  private static final String HEADS =
      """
      networks.main { encoder = waves
        heads.projection { of = representation, encoder { use = waves, width = 3 } }
        heads.prediction { of = projection, encoder { use = waves, width = 2 } } }
      pairs { use = everything, output = prediction }
      """;
  private static final String TWIN_AND_BANK =
      """
      networks.main { encoder { use = waves, drop = 0.2 }, twin.momentum = 0.9 }
      networks.main.group = each
      banks.queue { rows { view = view-2, output = representation, twin = true }, capacity = 14 }
      pairs = null
      loss = null
      objective.new { loss = all-pairs, pairs { use = everything, twin = true }, weight = 0.5 }
      objective.old { loss = all-pairs, pairs { use = everything, key = "" } }
      """;
  private static final String TWO_PHASES =
      """
      networks.main.encoder { use = waves, drop = 0.1 }
      networks.other { encoder { use = waves, width = 5 }, group = all }
      loss = null
      pairs = null
      objective.first { loss = all-pairs, pairs = everything }
      objective.other { loss = all-pairs, pairs { use = everything, network = other } }
      procedure { use = turns, phases = [one, two, one, losses] }
      phases.one { terms = [first], trains = ["main.*"] }
      phases.two { terms = [first, other], trains = ["other.*", "objective.first.*"] }
      phases.losses { trains = ["objective.*"] }
      """;
  private static final String FROZEN =
      HEADS
          + """
      objective.more { loss = all-pairs, pairs = everything }
      objective.main { loss = all-pairs, pairs { use = everything, output = prediction } }
      loss = null
      pairs = null
      train.groups."main.encoder.*" { frozen = true }
      """;

  /** The other view is encoded last, for the bank, and no gradient comes back to it. */
  private static final String ONE_VIEW_IN_THE_LOSS =
      """
      banks.queue { rows { view = view-2, output = representation }, capacity = 14 }
      pairs { use = everything, key = view-1 }
      """;

  static Stream<String> experiments() {
    return Stream.of(NETWORK, DROPOUT, HEADS, TWIN_AND_BANK, TWO_PHASES, FROZEN);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void chunks_train_as_the_whole_batch_does(String experiment) {
    Map<String, double[]> whole = trained(experiment, "");
    assertClose(trained(experiment, "train.micro-batch = 3"), whole, 1e-10);
    assertClose(trained(experiment, "train.micro-batch = 1"), whole, 1e-10);
    assertThat(trained(experiment, "train.micro-batch = 7"))
        .usingRecursiveComparison()
        .isEqualTo(whole);
  }

  @Test
  void chunks_train_as_the_whole_batch_does_in_single_precision() {
    String single =
        "networks.main.encoder { use = waves, exact = false }\nloss { use = all-pairs, exact = false }\ntrain.optimizer { algorithm = sgd, learning-rate = 0.05 }";
    Map<String, double[]> whole = trained(single, "");
    assertClose(trained(single, "train.micro-batch = 3"), whole, 1e-6);
  }

  @Test
  void what_is_compared_did_change() {
    Map<String, double[]> plain = trained(NETWORK, "");
    assertThat(plain.get("parameter/main.encoder.main.weight"))
        .isNotEqualTo(trained(DROPOUT, "").get("parameter/main.encoder.main.weight"));
    assertThat(requireNonNull(plain.get("parameter/objective.main.loss.main.scale"))[0])
        .isNotCloseTo(0.7, within(1e-3));
  }

  @Test
  void batch_norm_takes_the_statistics_of_a_chunk_and_running_ones_move_once_a_chunk() {
    for (String pairs : List.of("", ONE_VIEW_IN_THE_LOSS)) {
      String grouped =
          pairs + "networks.main { group = each, encoder { use = waves, pieces = %d } }";
      Map<String, double[]> byHand = trained(grouped.formatted(3), "");
      assertClose(trained(grouped.formatted(1), "train.micro-batch = 3"), byHand, 1e-10);
      assertThat(byHand.get("parameter/main.encoder.main.weight"))
          .isNotEqualTo(
              trained(grouped.formatted(1), "").get("parameter/main.encoder.main.weight"));
    }
  }

  @Test
  void views_that_are_no_rows_are_refused_before_training() {
    for (int rows : new int[] {2, 100}) {
      assertThatThrownBy(
              () ->
                  FakeRun.of(
                      "views { use = multiples, rigid = true }", "train.micro-batch = " + rows))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll(
              "train.micro-batch", "\"view-1\" (Rigid)", "set train.micro-batch = 0");
    }
  }

  @Test
  void chunks_too_small_for_batch_norm_are_refused_with_a_size_that_is_not() {
    String normalised = "networks.main.encoder { use = waves, pieces = 1 }";
    assertThatThrownBy(() -> FakeRun.of(BASE, normalised, "train.micro-batch = 2"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "main.encoder needs at least 2 samples in a call",
            "train.micro-batch = 2 leaves 1",
            "set train.micro-batch = 3");
  }

  private static Map<String, double[]> trained(String experiment, String chunks) {
    try (FakeRun run = FakeRun.of(BASE, experiment, chunks);
        Trainer trainer = run.trainer()) {
      Map<String, double[]> all = new LinkedHashMap<>();
      run.steps(trainer, 3).forEach((name, value) -> all.put(name, new double[] {value}));
      trainer.state().tensors().forEach((name, array) -> all.put(name, doubles(array)));
      return all;
    }
  }

  private static double[] doubles(NDArray array) {
    return Arrays.stream(array.toArray()).mapToDouble(Number::doubleValue).toArray();
  }

  private static void assertClose(
      Map<String, double[]> actual, Map<String, double[]> expected, double relative) {
    assertThat(actual).containsOnlyKeys(expected.keySet());
    expected.forEach(
        (name, values) -> {
          double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
          assertThat(actual.get(name))
              .as(name)
              .containsExactly(values, within(relative * Math.max(1, largest)));
        });
  }
}
