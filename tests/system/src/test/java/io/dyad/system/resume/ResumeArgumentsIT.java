package io.dyad.system.resume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.WriterLock;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --resume} takes, what it refuses, and what it says of a folder that has changed. */
class ResumeArgumentsIT {
  @TempDir private Path folder = Path.of("");
  private Path run = Path.of("");
  private JsonNode summary = FinishedRun.json("{}");

  /** Two epochs of ten steps, saved every four steps, and killed before its summary was written. */
  @BeforeEach
  void train() throws IOException {
    FinishedRun finished =
        FinishedRun.of(
            folder.resolve("runs"),
            Trial.TWIN.file().toString(),
            "--set",
            "train.epochs=2",
            "--set",
            "evaluate.evaluators.knn.k=5",
            "--set",
            "checkpoint { every-steps = 4, every-epochs = 0, keep = 9 }");
    run = finished.folder();
    summary = finished.summary();
    assertThat(summary.at("/metrics/learned").size()).isPositive();
    Files.delete(run.resolve("summary.json"));
  }

  @Test
  void a_run_that_only_lacks_its_summary_is_measured_and_not_trained() throws IOException {
    Command command = resume(run);

    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.errors())
        .contains("going on from step 20", "measuring the trained network")
        .doesNotContain("training for", "warning");
    assertThat(FinishedRun.json(run.resolve("summary.json")).get("metrics"))
        .isEqualTo(summary.get("metrics"));
    assertThat(eventFiles()).hasSize(1);
  }

  @Test
  void a_checkpoint_can_be_named_and_later_ones_go() throws IOException {
    Files.delete(run.resolve("checkpoints/step-16/tensors.safetensors"));
    Files.createDirectories(run.resolve("checkpoints/step-18"));

    Command command =
        resume(run.resolve("checkpoints/step-8"), "--set", "checkpoint.every-steps=0");

    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.errors()).contains("going on from step 8");
    assertThat(RunComparison.checkpoints(run))
        .containsExactly("step-4", "step-8", "step-18", "step-20");
    assertThat(FinishedRun.json(run.resolve("summary.json")).get("metrics"))
        .isEqualTo(summary.get("metrics"));
  }

  @Test
  void damaged_checkpoints_are_named_and_the_newest_good_one_is_taken() throws IOException {
    Files.write(
        run.resolve("checkpoints/step-20/tensors.safetensors"),
        new byte[1],
        StandardOpenOption.APPEND);
    Files.write(run.resolve("checkpoints/step-16/state.json"), new byte[0]);

    Command command = resume(run);

    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.errors())
        .contains("warning: ", "step-20", "step-16", "going on from step 12");
    assertThat(FinishedRun.json(run.resolve("summary.json")).get("metrics"))
        .isEqualTo(summary.get("metrics"));
  }

  @Test
  void where_no_checkpoint_is_good_nothing_is_overwritten() throws IOException {
    for (String name : RunComparison.checkpoints(run)) {
      Files.write(run.resolve("checkpoints").resolve(name).resolve("state.json"), new byte[0]);
    }
    byte[] metrics = Files.readAllBytes(run.resolve("metrics.jsonl"));

    Command command = resume(run);

    assertThat(command.exitCode()).isEqualTo(4);
    assertThat(command.errors())
        .contains("no checkpoint in", "is good", "dyad train", "config.conf");
    assertThat(run.resolve("metrics.jsonl")).hasBinaryContent(metrics);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train.epochs=9",
        "seed=2",
        "device=auto",
        "engine.threads=2",
        "objective.main.loss.temperature=0.3",
        "evaluate.evaluators.knn.k=7"
      })
  void settings_that_could_change_numbers_are_refused_by_name(String setting) {
    Command command = resume(run, "--set", setting, "--set", "train.loaders=3");

    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.errors())
        .contains(
            "--set  " + setting.substring(0, setting.indexOf('=')) + " is ",
            "checkpoint.every-steps",
            "begin a new one: dyad train " + run.resolve("config.conf"))
        .doesNotContain("--set  train.loaders");
  }

  @Test
  void a_configuration_has_no_place_beside_it() {
    Command command = resume(run, "quick-start");

    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.errors()).contains("--resume RUN takes neither CONF nor --runs");
  }

  @Test
  void a_folder_in_which_another_training_is_going_on_is_refused() {
    try (WriterLock held = RunFolder.open(run).lock()) {
      Command command = resume(run);

      assertThat(command.exitCode()).isEqualTo(2);
      assertThat(command.errors()).contains("another training is writing into " + run);
    }
  }

  @Test
  void another_environment_than_the_first_is_told() throws IOException {
    Path file = run.resolve("environment.json");
    ObjectNode environment = (ObjectNode) FinishedRun.json(file);
    ((ObjectNode) environment.get("plugins")).put("dyad-vision", "0.0.1 abc");
    Files.writeString(file, environment.put("threads", 7).toString());

    Command command = resume(run);

    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(command.errors())
        .contains(
            "not promised that the run goes on bit for bit",
            "number of threads was 7, is 1",
            "jar dyad-vision was 0.0.1 abc, is ");
  }

  @Test
  void a_folder_that_is_no_run_is_refused() {
    Command command = resume(folder.resolve("runs"));

    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.errors()).contains("is no run folder");
  }

  private static Command resume(Path place, String... more) {
    return Command.run(
        Stream.concat(Stream.of("train", "--json", "--resume", place.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Path> eventFiles() throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(file -> file.getFileName().toString().startsWith("events.")).toList();
    }
  }
}
