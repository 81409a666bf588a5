package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyad.system.command.Command;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeterminismIT {
  private FinishedRun first = new FinishedRun(Path.of(""), new Command(0, "", ""));

  @BeforeAll
  void train(@TempDir Path folder) {
    first = FinishedRun.oneEpoch(folder, "--set", "device=cpu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train.loaders=1", "train.loaders=3", "train.prefetch=7"})
  void the_same_seed_gives_the_same_bytes_whatever_the_loading_threads(
      String setting, @TempDir Path folder) {
    FinishedRun again = FinishedRun.oneEpoch(folder, "--set", "device=cpu", "--set", setting);

    assertThat(figures(again)).isEqualTo(figures(first));
    assertThat(again.summary().get("metrics")).isEqualTo(first.summary().get("metrics"));
    assertThat(tensors(again)).hasSameBinaryContentAs(tensors(first));
  }

  @Test
  void another_seed_gives_another_network(@TempDir Path folder) throws IOException {
    FinishedRun other = FinishedRun.oneEpoch(folder, "--set", "device=cpu", "--set", "seed=2");

    assertThat(figures(other)).isNotEqualTo(figures(first));
    assertThat(Files.mismatch(tensors(other), tensors(first))).isNotNegative();
  }

  private static List<JsonNode> figures(FinishedRun run) {
    return run.metrics().stream()
        .<JsonNode>map(line -> ((ObjectNode) line).without("time"))
        .toList();
  }

  private static Path tensors(FinishedRun run) {
    return run.checkpoint().resolve("tensors.safetensors");
  }
}
