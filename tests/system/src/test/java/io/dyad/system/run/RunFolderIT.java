package io.dyad.system.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunFolderIT {
  private FinishedRun run = new FinishedRun(Path.of(""), new Command(0, "", ""));

  @BeforeAll
  void train(@TempDir Path folder) {
    run = FinishedRun.oneEpoch(folder.resolve("new").resolve("runs"), "--set", "seed=5");
  }

  @Test
  void a_run_folder_is_named_by_run_and_time_and_holds_what_the_design_says() throws IOException {
    assertThat(run.folder().getFileName().toString()).matches("quick-start-\\d{8}-\\d{6}");
    try (Stream<Path> files = Files.list(run.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .satisfiesExactlyInAnyOrder(
              name -> assertThat(name).isEqualTo("config.conf"),
              name -> assertThat(name).isEqualTo("metrics.jsonl"),
              name -> assertThat(name).startsWith("events.out.tfevents."),
              name -> assertThat(name).isEqualTo("environment.json"),
              name -> assertThat(name).isEqualTo("summary.json"),
              name -> assertThat(name).isEqualTo("baselines.json"),
              name -> assertThat(name).isEqualTo("times.json"),
              name -> assertThat(name).isEqualTo(".lock"),
              name -> assertThat(name).isEqualTo("checkpoints"));
    }
    assertThat(run.checkpoint().getFileName())
        .hasToString("step-" + run.summary().get("steps").asLong());
    assertThat(run.checkpoint()).isDirectoryContaining("glob:**/tensors.safetensors");
    assertThat(run.checkpoint()).isDirectoryContaining("glob:**/state.json");
  }

  @Test
  void the_configuration_of_the_run_is_the_effective_one_again() {
    Command first = Command.run("config", "--json", "--set", "train.epochs=1", "--set", "seed=5");
    Command again = Command.run("config", "--json", run.folder().resolve("config.conf").toString());

    assertThat(again.exitCode()).as(again.errors()).isZero();
    assertThat(FinishedRun.json(again.output())).isEqualTo(FinishedRun.json(first.output()));
  }

  @Test
  void metrics_are_lines_of_step_time_and_figures_or_histograms_in_the_order_of_steps() {
    List<JsonNode> lines = run.metrics();

    assertThat(lines)
        .allSatisfy(
            line -> {
              String held = line.has("histograms") ? "histograms" : "values";
              assertThat(line.fieldNames()).toIterable().containsExactly("step", "time", held);
              assertThat(Instant.parse(line.get("time").asText())).isBefore(Instant.now());
            });
    assertThat(lines).extracting(line -> line.get("step").asLong()).isSorted();
    assertThat(lines.get(0).get("values").has("evaluate/knn.top1")).isTrue();
    assertThat(lines.get(lines.size() - 1).at("/values/evaluate~1knn.top1"))
        .isEqualTo(run.summary().at("/metrics/learned").get("knn.top1"));
    assertThat(lines).anyMatch(line -> line.at("/values").has("train/loss"));
    assertThat(lines).anyMatch(line -> line.at("/values").has("similarity/uniformity"));
    assertThat(lines)
        .anyMatch(line -> line.at("/histograms/similarity~1positive/counts").size() == 50);
  }

  @Test
  void the_events_hold_the_same_figures_for_tensorboard() throws IOException {
    try (Stream<Path> files = Files.list(run.folder())) {
      Path events = files.filter(file -> file.toString().contains("tfevents")).findFirst().get();
      assertThat(Files.readString(events, ISO_8859_1))
          .contains("brain.Event:2", "train/loss", "evaluate/knn.top1");
    }
  }

  @Test
  void the_environment_says_what_numbers_depend_on() {
    JsonNode environment = FinishedRun.json(run.folder().resolve("environment.json"));

    assertThat(environment.fieldNames())
        .toIterable()
        .contains("dyad", "djl", "libtorch", "java", "os", "device", "threads", "seed", "git");
    assertThat(environment.get("seed").asLong()).isEqualTo(5);
    assertThat(environment.get("device").asText()).matches("cpu|gpu:0");
  }
}
