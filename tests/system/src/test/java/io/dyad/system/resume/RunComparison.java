package io.dyad.system.resume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyad.system.command.FinishedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What two runs must share when one of them was interrupted. */
final class RunComparison {
  private RunComparison() {}

  /** Asserts that checkpoints, metrics and figures are those of the other run, times apart. */
  static void assertSame(Path run, Path undisturbed) throws IOException {
    List<String> names = checkpoints(undisturbed);
    assertThat(checkpoints(run)).isEqualTo(names);
    for (String name : names) {
      for (String file : List.of("tensors.safetensors", "state.json")) {
        assertThat(run.resolve("checkpoints").resolve(name).resolve(file))
            .hasSameBinaryContentAs(undisturbed.resolve("checkpoints").resolve(name).resolve(file));
      }
    }
    assertThat(withoutTimes(run)).isEqualTo(withoutTimes(undisturbed));
    JsonNode summary = FinishedRun.json(run.resolve("summary.json"));
    JsonNode expected = FinishedRun.json(undisturbed.resolve("summary.json"));
    for (String part : List.of("metrics", "steps", "epochs", "protocol")) {
      assertThat(summary.get(part)).isEqualTo(expected.get(part));
    }
  }

  /** Returns the names of the checkpoints, the earliest first. */
  static List<String> checkpoints(Path run) throws IOException {
    try (Stream<Path> folders = Files.list(run.resolve("checkpoints"))) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.startsWith("step-"))
          .sorted(Comparator.comparingLong(RunComparison::step))
          .toList();
    }
  }

  static long step(String name) {
    return Long.parseLong(name.substring("step-".length()));
  }

  private static List<String> withoutTimes(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("metrics.jsonl"))) {
      return lines
          .map(line -> (ObjectNode) FinishedRun.json(line))
          .map(line -> line.without("time").toString())
          .toList();
    }
  }
}
