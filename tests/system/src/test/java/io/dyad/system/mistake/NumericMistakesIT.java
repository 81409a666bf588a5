package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumericMistakesIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_loss_that_is_no_number_is_told_with_term_step_and_samples() {
    Command command =
        Command.run(
            "train",
            "--json",
            "--runs",
            folder.toString(),
            "--set",
            "train.epochs=1",
            "--set",
            "train.schedule.warmup-epochs=0",
            "--set",
            "train.optimizer.learning-rate=1e30");

    assertThat(command.exitCode()).isEqualTo(5);
    assertThat(command.errors())
        .containsPattern("the loss is NaN at step \\d+ \\(epoch 0\\).*\\[main = NaN\\]")
        .containsPattern("samples \\[\\d+, \\d+, .*\\] and 120 more")
        .contains("train.optimizer.learning-rate")
        .doesNotContain("\tat ");
    assertThat(command.output()).isEmpty();
  }
}
