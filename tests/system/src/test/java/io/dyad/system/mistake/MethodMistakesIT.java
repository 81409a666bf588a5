package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be trained is told with its line before anything starts. */
class MethodMistakesIT {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          simclr          | loss.temperature = 0                  | mine.conf:2 .*loss.temperature must be in \\(0, inf\\), got 0
          uniclr-affinity | objective.symmetry.loss.gamma = -1    | mine.conf:2 .*gamma must be in \\[0, inf\\), got -1
          moco-v2         | banks.queue.capacity = 100            | mine.conf:2 .*100 rows, less than a batch of 128; set banks.queue.capacity = 128
          moco-v2         | banks.queue.capacity = 300            | mine.conf:2 .*300 rows, which is no multiple of a batch of 128
          byol            | twin.momentum = 1.5                   | mine.conf:2 .*twin.momentum must be in \\[0, 1\\], got 1.5
          mv-dhel         | views.count = 1                       | mine.conf:2 .*objective.main.loss needs 2 views, and the view generator makes 1
          simclr          | views.crop.side = 40                  | small-digits.conf:\\d+ .*crop.side is 40, but images of 12 x 12 have no crops that large
          supcon          | pairs { use = labels, target = tint } | mine.conf:2 .*objective.main.pairs needs the target "tint"
          swav            | loss.prototypes = [2000000000]        | mine.conf:2 .*objective.main.loss.prototypes: 2,000,000,000 prototypes of width 64 need
          """)
  void settings_that_no_method_can_take(String preset, String setting, String message)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.conf"), "include \"presets/" + preset + "\"\n" + setting + "\n");
    Path runs = folder.resolve("runs");

    assertThat(Refusal.of(2, "train", file.toString(), "--runs", runs.toString()))
        .containsPattern(message)
        .contains("nothing was started.");
    Refusal.assertNothingStarted(runs);
  }
}
