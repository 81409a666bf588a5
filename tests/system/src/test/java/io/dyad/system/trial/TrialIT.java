package io.dyad.system.trial;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.dyad.runtime.run.RunFolder;
import io.dyad.system.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialIT {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "QUEUE, bank/queue, twin/main.twin.encoder.main.layer1.weight",
    "TWIN, twin/main.twin.encoder.main.layer1.weight, twin/main.twin.projection.main.layer1.weight",
    "ALTERNATING, moment/encoder/count, moment/projector/velocity.main.projection.main.layer1.weight",
    "MASKS, mask/main.encoder.main.layer1.weight, snapshot/start/moment/main/count"
  })
  void a_trial_trains_and_its_checkpoint_holds_what_it_is_there_for(
      Trial trial, String first, String second) throws IOException {
    Command command =
        Command.run("train", trial.file().toString(), "--runs", folder.toString(), "--json");

    assertThat(command.exitCode()).as(command.errors()).isZero();
    assertThat(saved())
        .contains(first, second)
        .noneMatch(name -> name.startsWith("snapshot/start/state/procedure"));
  }

  private Set<String> saved() throws IOException {
    try (Stream<Path> runs = Files.list(folder);
        NDManager manager = NDManager.newBaseManager()) {
      RunFolder run = RunFolder.open(runs.findFirst().orElseThrow());
      return Set.copyOf(
          run.checkpoints(1, Optional.empty()).get("latest").tensors(manager).keySet());
    }
  }
}
