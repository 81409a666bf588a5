package io.dyad.system.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.FinishedRun;
import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Launcher.Outcome outcome = train("loss.coordinate = 0.5", "seed = 4");

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(FinishedRun.json(outcome.output()).get("seed").asLong()).isEqualTo(4);
  }

  @Test
  void a_mistake_in_its_options_is_reported_like_any_other()
      throws IOException, InterruptedException {
    Launcher.Outcome outcome = train("loss.coordinate = 0", "loss.coordinat = 1");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errors())
        .containsPattern("mine.conf:5 .*loss.coordinate must be in \\(0, inf\\), got 0")
        .containsPattern("mine.conf:6 .*loss.coordinat is not an option of loss \"same-point\"")
        .contains("did you mean \"coordinate\"?", "2 problems; nothing was started.");
  }

  @Test
  void a_collapse_ends_the_run_with_its_figure_and_what_to_do()
      throws IOException, InterruptedException {
    Launcher.Outcome outcome =
        train(
            "loss.coordinate = 100",
            "encoder { batch-norm = false, batch-norm-last = false, activate-last = false }",
            "train.optimizer.learning-rate = 0.03");

    assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(5);
    assertThat(outcome.errors())
        .containsPattern("the representation has collapsed after epoch \\d+: .* deviate by 0\\.0")
        .contains("monitors.collapse = false")
        .doesNotContain("\tat ");
    assertThat(outcome.output()).isEmpty();
  }

  /** Trains the quick start with the loss of the plugin; {@code null} undoes the one it has. */
  private Launcher.Outcome train(String... lines) throws IOException, InterruptedException {
    String text =
        """
        include "presets/quick-start"
        train { epochs = 3, schedule.warmup-epochs = 0 }
        loss = null
        loss.use = same-point
        """;
    Path file = folder.resolve("mine.conf");
    Files.writeString(file, text + String.join("\n", lines) + "\n");
    return run("train", file.toString(), "--json");
  }

  private Launcher.Outcome run(String... arguments) throws IOException, InterruptedException {
    return dyad.run(folder, Map.of("DYAD_CLASSPATH", jar.toString()), arguments);
  }
}
