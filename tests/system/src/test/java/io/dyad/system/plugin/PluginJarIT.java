package io.dyad.system.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarIT {
  private final Launcher dyad = Launcher.ofTheBuild();

  @TempDir private Path folder = Path.of("");

  private Path jar = Path.of("");

  @BeforeEach
  void write_a_plugin() throws IOException {
    jar = PluginJar.ofLoss("com.acme.SamePoint", dyad.home(), folder);
  }

  @Test
  void a_plugin_shows_the_options_of_its_record() throws IOException, InterruptedException {
    Launcher.Outcome outcome = run("plugins", "show", "same-point");

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.output())
        .contains("loss same-point: squared distance to one point (acme-losses 1.0")
        .containsPattern("coordinate +number in \\(0, inf\\) += 1 +every coordinate of the point");
  }

  @Test
  void a_loss_trains_by_its_name() throws IOException, InterruptedException {
    Launcher.Outcome outcome =
        train("loss { use = same-point, coordinate = 0.5 }", "train.epochs=1", "seed=4");

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    JsonNode summary = FinishedRun.json(outcome.output());
    assertThat(summary.get("seed").asLong()).isEqualTo(4);
  }

  @Test
  void a_mistake_in_its_options_is_reported_like_any_other()
      throws IOException, InterruptedException {
    Launcher.Outcome outcome = train("loss { use = same-point, coordinate = 0, x = 1 }");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errors())
        .contains("loss.coordinate must be in (0, inf), got 0", "loss.x", "2 problems");
  }

  @Test
  void a_collapse_ends_the_run_with_its_figure_and_what_to_do()
      throws IOException, InterruptedException {
    Launcher.Outcome outcome =
        train(
            "loss = same-point",
            "encoder { batch-norm = false, batch-norm-last = false, activate-last = false }",
            "train.epochs=20",
            "train.optimizer.learning-rate=0.01");

    assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(5);
    assertThat(outcome.errors())
        .containsPattern("the representation has collapsed after epoch \\d+: .* deviate by 0\\.0")
        .contains("monitors.collapse = false")
        .doesNotContain("\tat ");
    assertThat(outcome.output()).isEmpty();
  }

  private Launcher.Outcome train(String... settings) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("train", "--json"));
    for (String setting : settings) {
      arguments.addAll(List.of("--set", setting));
    }
    return run(arguments.toArray(String[]::new));
  }

  private Launcher.Outcome run(String... arguments) throws IOException, InterruptedException {
    return dyad.run(folder, Map.of("DYAD_CLASSPATH", jar.toString()), arguments);
  }
}
