package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import io.dyad.system.trial.Trial;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointMistakesIT {
  @TempDir private Path folder = Path.of("");

  private Path run = Path.of("");
  private Path tensors = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void train() {
    FinishedRun finished = FinishedRun.oneEpoch(folder, "--set", "train.drop-last=true");
    run = finished.folder();
    tensors = finished.checkpoint().resolve("tensors.safetensors");
    state = finished.checkpoint().resolve("state.json");
  }

  @Test
  void a_damaged_checkpoint_is_never_evaluated() throws IOException {
    byte[] bytes = Files.readAllBytes(tensors);
    bytes[bytes.length / 2] ^= 1;
    Files.write(tensors, bytes);
    assertThat(refusal()).contains(tensors + " is damaged");

    try (FileChannel file = FileChannel.open(tensors, StandardOpenOption.WRITE)) {
      file.truncate(bytes.length / 2);
    }
    assertThat(refusal()).contains(tensors + " is damaged");

    Files.delete(tensors);
    assertThat(refusal()).contains("there is no " + tensors);

    Files.writeString(state, "{");
    assertThat(refusal()).contains(state.toString());
  }

  @Test
  void a_network_of_another_size_does_not_take_the_checkpoint() {
    assertThat(
            Refusal.of(
                4, "evaluate", run.toString(), "--set", "networks.main.encoder.widths=[32,16]"))
        .contains("main.encoder");
  }

  @Test
  void a_folder_that_is_no_run_is_named() {
    assertThat(Refusal.of(2, "evaluate", folder.toString()))
        .contains(folder + " is no run folder", "config.conf");
    assertThat(Refusal.of(2, "embed", folder.resolve("none").toString()))
        .contains("is no run folder");
  }

  @Test
  void of_a_damaged_run_the_newest_good_checkpoint_is_offered_and_can_be_taken(@TempDir Path trials)
      throws IOException {
    Path trial = FinishedRun.of(trials, Trial.QUEUE.file().toString()).folder();
    Path damaged = trial.resolve("checkpoints/step-40/tensors.safetensors");
    Files.write(damaged, new byte[0]);

    assertThat(Refusal.of(4, "evaluate", trial.toString()))
        .contains(damaged + " is damaged: it has 0 bytes")
        .contains("the newest good checkpoint is step-30: --checkpoint step-30");
    assertThat(Refusal.of(2, "evaluate", trial.toString(), "--checkpoint", "step-31"))
        .contains("there is no checkpoint \"step-31\"", "[step-30, step-40]");
    assertThat(Refusal.of(2, "evaluate", trial.toString(), "--checkpoint", "best"))
        .contains("checkpoint.keep-best.metric");
    Command good = Command.run("evaluate", trial.toString(), "--checkpoint", "step-30");
    assertThat(good.exitCode()).as(good.errors()).isZero();
  }

  @Test
  void a_best_checkpoint_that_is_never_measured_is_refused_before_training(@TempDir Path trials) {
    Path runs = trials.resolve("runs");
    String train = Trial.TWIN.file() + " --set checkpoint.keep-best.metric=";

    assertThat(Refusal.ofTrain(2, runs, train + "knn.top1"))
        .contains("checkpoint.keep-best.metric names no evaluator: \"knn\"")
        .contains("evaluate.every-epochs = 0 measures nothing during training");
    Refusal.assertNothingStarted(runs);
    String knn = " --set evaluate.every-epochs=1 --set evaluate.evaluators.knn.k=5";
    assertThat(Refusal.ofTrain(2, runs, train + "knn.top2" + knn))
        .contains("the evaluator has no metric \"top2\"; did you mean \"top1\"?")
        .doesNotContain("training for");
  }

  private String refusal() {
    return Refusal.of(4, "evaluate", run.toString());
  }
}
