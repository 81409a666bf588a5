package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The loss of both phases depends on both the encoder and its projector. */
class AlternatingTest {
  private static final String ENCODER = "parameter/main.encoder.main.weight";
  private static final String PROJECTOR = "parameter/main.projection.main.weight";
  private static final String[] TWO = {
    "projector { use = linear, weight = 0.25 }",
    "pairs { use = everything, output = projection }",
    "train.optimizer.momentum = 0.5",
    "phases.encoder { trains = [\"main.encoder.*\"] }",
    "phases.projector { trains = [\"main.projection.*\"]",
    "  optimizer { algorithm = adamw, learning-rate = 0.01 } }"
  };

  @Test
  void a_phase_moves_its_own_parameters_and_moments_and_no_bit_of_another_s() {
    String[] own = {"moment/encoder/", "moment/projector/"};
    Map<String, float[]> start = after(0, "order = [encoder]");
    Map<String, float[]> encoder = after(3, "order = [encoder]");
    Map<String, float[]> projector = after(3, "order = [projector]");
    assertThat(start.keySet())
        .anyMatch(name -> name.startsWith(own[0]))
        .anyMatch(name -> name.startsWith(own[1]));
    assertThat(changed(start, encoder))
        .contains(ENCODER)
        .allMatch(name -> name.equals(ENCODER) || name.startsWith(own[0]) || state(name));
    assertThat(changed(start, projector))
        .contains(PROJECTOR)
        .contains("moment/projector/count")
        .allMatch(name -> name.equals(PROJECTOR) || name.startsWith(own[1]) || state(name));
  }

  @Test
  void the_second_phase_of_a_step_sees_what_the_first_one_did() {
    Map<String, float[]> both = after(1, "order = [encoder, projector]");
    try (FakeRun run = FakeRun.of(with(TWO, procedure("order = [encoder]")));
        FakeRun next = FakeRun.of(with(TWO, procedure("order = [projector]")));
        Trainer first = run.trainer();
        Trainer second = next.trainer()) {
      run.steps(first, 1);
      second.state().restore(first.state().tensors());
      next.steps(second, 1);
      Map<String, float[]> inTurn = FakeRun.numbers(second.state().tensors());
      assertThat(changed(inTurn, both)).allMatch(AlternatingTest::state);
    }
  }

  @Test
  void a_phase_has_its_turn_in_every_so_many_steps_and_so_many_updates_in_it() {
    Map<String, float[]> end =
        after(
            5,
            "order = [encoder, projector]",
            "turns.projector { every = 2, repeat = 3 }",
            "turns.encoder { every = 100 }");
    assertThat(end.get("moment/projector/count")).containsExactly(9);
    assertThat(end.get(ENCODER)).isEqualTo(after(1, "order = [encoder]").get(ENCODER));
  }

  @Test
  void networks_that_did_not_move_run_once_a_step_or_for_every_update() {
    String[] other = {
      "networks.other.encoder { use = linear, weight = 0.5 }",
      "objective.other { loss = quadratic, pairs { use = everything, network = other } }",
      "objective.main { loss = quadratic, pairs = everything }",
      "loss = null\npairs = null",
      "phases.a { trains = [\"main.*\"] }",
      "phases.b { trains = [\"main.*\"] }"
    };
    int bothViews = 2 * 4;
    assertThat(seen("once", other)).isEqualTo(bothViews);
    assertThat(seen("anew", other)).isEqualTo(2 * bothViews);
  }

  private static float seen(String encode, String... settings) {
    try (FakeRun run =
            FakeRun.of(with(settings, procedure("order = [a, b]", "encode = " + encode)));
        Trainer trainer = run.trainer()) {
      run.steps(trainer, 1);
      return requireNonNull(
          FakeRun.numbers(trainer.state().tensors()).get("state/other.encoder/seen"))[0];
    }
  }

  @Test
  void figures_of_a_step_say_which_phase_they_belong_to() {
    try (FakeRun run = FakeRun.of(with(TWO, procedure("order = [projector, encoder]")));
        Trainer trainer = run.trainer()) {
      Map<String, Double> values = run.steps(trainer, 1);
      assertThat(values)
          .containsKeys("loss.projector", "loss.encoder", "gradient-norm.encoder")
          .containsEntry("learning-rate.projector", 0.01)
          .containsEntry("learning-rate.encoder", 0.1)
          .containsEntry("loss", values.get("loss.projector"));
    }
  }

  @Test
  void a_resumed_run_goes_on_bit_for_bit_with_the_moments_of_both_phases() {
    String[] settings =
        with(
            TWO,
            procedure("order = [encoder, projector]", "turns.encoder.every = 3"),
            "train { epochs = 4, optimizer.momentum = 0.9 }");
    Map<String, float[]> expected;
    try (FakeRun run = FakeRun.of(settings);
        TrainingLoop loop = run.loop(new TrainingListener() {})) {
      loop.run();
      expected = FakeRun.numbers(loop.state().tensors());
    }
    try (FakeRun early = FakeRun.of(with(settings, "train.epochs = 1"));
        FakeRun late = FakeRun.of(settings);
        TrainingLoop first = early.loop(new TrainingListener() {});
        TrainingLoop second = late.loop(new TrainingListener() {})) {
      first.run();
      TrainingPosition after = new TrainingPosition(Stage.named("alternating"), 0, 0, 1, 0, 2);
      second.resume(after, first.state().tensors());
      assertThat(changed(expected, FakeRun.numbers(second.state().tensors()))).isEmpty();
    }
  }

  @Test
  void a_phase_that_the_experiment_lacks_is_named_before_anything_starts() {
    assertThatThrownBy(() -> FakeRun.of(with(TWO, procedure("order = [encoder, critic]"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(
            "procedure needs the phase \"critic\"",
            "there is [encoder, projector]",
            "add phases.critic { terms = [...], trains = [...] }",
            "nothing was started");
  }

  @Test
  void mistakes_in_its_options_are_named() {
    assertThatThrownBy(() -> FakeRun.of(with(TWO, procedure("order = []"))))
        .hasMessageContaining("procedure.order must name a phase or more");
    assertThatThrownBy(
            () -> FakeRun.of(with(TWO, procedure("order = [encoder]", "turns.projector.every=2"))))
        .hasMessageContaining("procedure.turns names \"projector\", which order does not");
    assertThatThrownBy(
            () -> FakeRun.of(with(TWO, procedure("order = [encoder]", "turns.encoder.every=0"))))
        .hasMessageContaining("turns.encoder.every must be in [1, inf)");
    assertThatThrownBy(() -> FakeRun.of(with(TWO, "procedure = alternating")))
        .hasMessageContaining("procedure.order");
  }

  private static Map<String, float[]> after(int steps, String... options) {
    try (FakeRun run = FakeRun.of(with(TWO, procedure(options)));
        Trainer trainer = run.trainer()) {
      run.steps(trainer, steps);
      return FakeRun.numbers(trainer.state().tensors());
    }
  }

  private static List<String> changed(Map<String, float[]> before, Map<String, float[]> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    return new TreeMap<>(before)
        .entrySet().stream()
            .filter(one -> !Arrays.equals(one.getValue(), requireNonNull(after.get(one.getKey()))))
            .map(Map.Entry::getKey)
            .toList();
  }

  private static boolean state(String name) {
    return name.startsWith("state/");
  }

  private static String procedure(String... options) {
    return "procedure { use = alternating\n" + String.join("\n", options) + "\n}";
  }

  private static String[] with(String[] settings, String... more) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
