package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationMistakesIT {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          los.temperature=1          | los is not an option of an experiment; did you mean "loss"?
          loss.temperatur=1          | loss.temperatur is not an option of loss "info-nce"; did you mean "temperature"?
          loss.use=info-nse          | no loss named "info-nse"; did you mean "info-nce"
          loss.temperature=warm      | loss.temperature must be a number, got "warm"
          loss.temperature=0         | loss.temperature must be in (0, inf), got 0
          train.epochs=2.5           | train.epochs must be an integer, got
          train.batch-size=0         | train.batch-size must be in
          views.count=two            | views.count must be an integer, got "two"
          train.drop-last=perhaps    | train.drop-last must be true or false, got "perhaps"
          train.schedule.shape=round | train.schedule.shape must be
          device=tpu                 | device must be auto, cpu, gpu or gpu:N, got "tpu"
          name=a/b                   | name = "a/b" does not fit a folder
          """)
  void a_wrong_setting_is_told_with_what_is_allowed(String setting, String message) {
    Path runs = folder.resolve("runs");

    assertThat(Refusal.ofTrain(2, runs, "--set " + setting)).contains(message);
    Refusal.assertNothingStarted(runs);
  }

  @Test
  void all_mistakes_are_told_at_once_each_with_file_and_line() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.conf"),
            """
            include "presets/quick-start"
            loss.temperature = -1
            encoder { use = mpl }
            train {
              epoch = 3
            }
            """);
    Path runs = folder.resolve("runs");

    String errors =
        Refusal.of(
            2, "train", file.toString(), "--runs", runs.toString(), "--set", "train.loaders=none");

    assertThat(errors)
        .containsPattern("mine.conf:2 .*loss.temperature must be in \\(0, inf\\), got -1")
        .containsPattern("mine.conf:3 .*no encoder named \"mpl\"; did you mean \"mlp\"")
        .containsPattern("mine.conf:5 .*epoch is not an option of train; did you mean \"epochs\"")
        .containsPattern("--set .*train.loaders must be an integer, got \"none\"")
        .contains("4 problems; nothing was started.");
    Refusal.assertNothingStarted(runs);
  }

  @Test
  void a_missing_file_is_named_beside_the_presets() {
    assertThat(Refusal.of(2, "train", "nowhere.conf"))
        .contains("there is no file \"nowhere.conf\"", "presets:", "quick-start");
  }

  @Test
  void a_file_that_is_not_hocon_is_told_with_its_line() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.conf"), "name = x\ntrain { epochs = \n");

    assertThat(Refusal.of(2, "train", file.toString()))
        .contains("broken.conf:3  Expecting a value", "end of file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          train.batch-size=1 | batches of at least 2 samples; set train.batch-size = 2 (it is 1)
          views.count=1      | needs 2 views, and the view generator makes 1; set views.count = 2
          """)
  void what_a_part_needs_is_told_with_the_setting_to_add(String setting, String message) {
    Path runs = folder.resolve("runs");

    assertThat(Refusal.ofTrain(2, runs, "--set " + setting))
        .contains(message, "nothing was started.");
    Refusal.assertNothingStarted(runs);
  }

  @Test
  void what_shows_when_parts_are_made_is_told_at_once_with_file_and_line_too() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.conf"),
            """
            include "presets/quick-start"
            banks.queue {
              rows { view = view-3 }
              capacity = 100
            }
            train {
              batch-size = 64
              groups."main.projektor.*" { frozen = true }
            }
            evaluate.evaluators {
              again { use = knn, target = colour }
            }
            """);
    Path runs = folder.resolve("runs");

    String errors = Refusal.of(2, "train", file.toString(), "--runs", runs.toString());

    assertThat(errors)
        .containsPattern("mine.conf:3 .*banks.queue needs a view \"view-3\"")
        .containsPattern("mine.conf:4 .*banks.queue holds 100 rows, .* set .*capacity = 64 or 128")
        .containsPattern("mine.conf:8 .*train.groups matches no parameter: \"main.projektor.*\"")
        .containsPattern("mine.conf:11 .*evaluate.evaluators.again needs the target \"colour\"")
        .contains("4 problems; nothing was started.");
    Refusal.assertNothingStarted(runs);
  }

  @Test
  void a_stack_trace_comes_with_debug_only() {
    Command command = Command.run("train", "--set", "train.batch-size=1", "--debug");

    assertThat(command.exitCode()).isEqualTo(2);
    assertThat(command.errors()).contains("set train.batch-size = 2", "\tat io.dyad.");
  }
}
