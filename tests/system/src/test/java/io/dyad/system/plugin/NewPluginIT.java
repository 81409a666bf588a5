package io.dyad.system.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.launcher.Launcher;
import io.dyad.system.launcher.Maven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dyad new-plugin} writes builds, passes its tests, and trains when dropped in. */
class NewPluginIT {
  private final Launcher dyad = Launcher.ofTheBuild();

  @TempDir private Path folder = Path.of("");

  @Test
  void a_new_plugin_builds_offline_and_its_loss_falls() throws IOException, InterruptedException {
    Launcher.Outcome written = dyad.run(folder, Map.of(), "new-plugin", "warm-start");
    assertThat(written.exitCode()).as(written.errors()).isZero();
    assertThat(written.output()).contains("cd warm-start", "mvn verify", "dyad train warm-start");

    Path project = folder.resolve("warm-start");
    Maven.Outcome built = OfflineMaven.in(folder).run(project, "verify");
    assertThat(built.exitCode()).as(built.output()).isZero();
    assertThat(built.output())
        .containsPattern(
            "Tests run: 2\\d, .* -- in com.example.warmstart.WarmStartLossContractTest")
        .containsPattern("Tests run: [1-9]\\d*, .*WarmStartLossVectorsTest")
        .contains("Failures: 0, Errors: 0, Skipped: 0");

    Launcher.Outcome trained = train(project);
    assertThat(trained.exitCode()).as(trained.errors()).isZero();
    List<Double> losses = losses();
    assertThat(losses).hasSizeGreaterThan(5);
    assertThat(losses.get(losses.size() - 1)).isLessThan(losses.get(0) - 0.5);
  }

  /** A mistake in the equation does not pass: the reference vector is not the loss's own output. */
  @Test
  void a_wrong_equation_fails_the_build() throws IOException, InterruptedException {
    dyad.run(folder, Map.of(), "new-plugin", "warm-start");
    Path project = folder.resolve("warm-start");
    Path source = project.resolve("src/main/java/com/example/warmstart/WarmStartLoss.java");
    String text = Files.readString(source);
    String wrong = text.replace("alignment.add(", "alignment.sub(");
    assertThat(wrong).isNotEqualTo(text);
    Files.writeString(source, wrong);

    Maven.Outcome built = OfflineMaven.in(folder).run(project, "verify");

    assertThat(built.exitCode()).isEqualTo(1);
    assertThat(built.output()).contains("output loss[0] is ").contains("instead of -1.298269977");
  }

  /** Drops the jar into a folder of plugins. */
  private Launcher.Outcome train(Path project) throws IOException, InterruptedException {
    String jar = "warm-start-0.1.0-SNAPSHOT.jar";
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.copy(project.resolve("target").resolve(jar), plugins.resolve(jar));
    return dyad.run(
        folder,
        Map.of(),
        "--plugin-path",
        "plugins",
        "train",
        "warm-start",
        "--set",
        "train.epochs=10",
        "--runs",
        "runs");
  }

  private List<Double> losses() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      Path metrics = runs.findFirst().orElseThrow().resolve("metrics.jsonl");
      return Files.readAllLines(metrics).stream()
          .map(line -> FinishedRun.json(line).path("values"))
          .filter(values -> values.has("train/term.main.uniformity"))
          .map(values -> values.get("train/loss"))
          .map(JsonNode::asDouble)
          .toList();
    }
  }
}
