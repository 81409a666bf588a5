package io.dyad.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dyad.system.command.Command;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What parts publish between epochs is left for others, such as Hydra's relations of classes. */
class PublishedArraysIT {
  private static final String RELATIONS = "objective.main.loss.class-relations";

  @TempDir private Path folder = Path.of("");

  @Test
  void how_alike_classes_are_in_the_eyes_of_their_gates_is_exported() throws IOException {
    Command command =
        Command.run("train", "hydra", "--runs", folder.toString(), "--set", "train.epochs=1");
    assertThat(command.exitCode()).as(command.errors()).isZero();

    try (NpzReader published = NpzReader.open(run().resolve("published.npz"))) {
      NpyArray relations = published.read(RELATIONS);
      assertThat(relations.shape()).containsExactly(10, 10);
      double[] cosines = relations.doubles();
      for (int one = 0; one < 10; one++) {
        assertThat(cosines[one * 10 + one]).isCloseTo(1, within(1e-5));
        for (int other = 0; other < 10; other++) {
          assertThat(cosines[one * 10 + other])
              .isBetween(-1.00001, 1.00001)
              .isCloseTo(cosines[other * 10 + one], within(1e-5));
        }
      }
    }
  }

  private Path run() throws IOException {
    try (Stream<Path> runs = Files.list(folder)) {
      return runs.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }
}
