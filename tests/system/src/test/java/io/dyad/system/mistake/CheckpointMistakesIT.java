package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.FinishedRun;
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

  private String refusal() {
    return Refusal.of(4, "evaluate", run.toString());
  }
}
