package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dyad.api.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.ofHours(2));

  @TempDir Path folder;

  @Test
  void a_folder_is_named_by_run_and_local_time_and_numbered_when_taken() {
    Path runs = folder.resolve("some").resolve("runs");
    assertThat(RunFolder.create(runs, "digits", CLOCK).path())
        .isEqualTo(runs.resolve("digits-20260304-070607"))
        .isEmptyDirectory();
    assertThat(RunFolder.create(runs, "digits", CLOCK).path())
        .isEqualTo(runs.resolve("digits-20260304-070607-2"));
    assertThat(RunFolder.create(runs, "digits", CLOCK).path())
        .isEqualTo(runs.resolve("digits-20260304-070607-3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../x", "a/b", "a b", ".hidden", "-option"})
  void a_name_that_does_not_fit_a_folder_is_refused(String name) {
    assertThatThrownBy(() -> RunFolder.create(folder, name, CLOCK))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("name = \"" + name + "\"");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_run_is_opened_by_its_configuration() {
    RunFolder created = RunFolder.create(folder, "digits", CLOCK);
    assertThatThrownBy(() -> RunFolder.open(created.path()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("config.conf");
    created.writeConfig("seed = 1\n");
    assertThat(RunFolder.open(created.path())).isEqualTo(created);
    assertThat(created.config()).hasContent("seed = 1\n");
  }

  @Test
  void the_environment_returns_as_it_was_written() {
    RunFolder run = RunFolder.create(folder, "digits", CLOCK);
    RunEnvironment environment =
        new RunEnvironment(
            "0.1",
            "0.35",
            "PyTorch",
            "2.7",
            "17",
            "Linux",
            2,
            "cpu",
            1,
            7,
            Map.of("dyad-vision", "0.1 abc"),
            null);
    run.writeEnvironment(environment);
    assertThat(run.readEnvironment()).isEqualTo(environment);
  }

  @Test
  void what_differs_between_two_environments_is_told_and_what_cannot_change_numbers_is_not() {
    RunEnvironment then =
        new RunEnvironment(
            "0.1",
            "0.35",
            "PyTorch",
            "2.7",
            "17",
            "Linux",
            2,
            "cpu",
            1,
            7,
            Map.of("dyad-vision", "0.1 abc", "my-loss", "1 d"),
            "commit");
    RunEnvironment now =
        new RunEnvironment(
            "0.1",
            "0.35",
            "PyTorch",
            "2.7",
            "17",
            "Linux",
            4,
            "gpu:0",
            2,
            7,
            Map.of("dyad-vision", "0.1 def", "new", "1"),
            null);
    assertThat(now.differences(then))
        .containsExactly(
            "device was cpu, is gpu:0",
            "number of threads was 1, is 2",
            "jar dyad-vision was 0.1 abc, is 0.1 def",
            "jar my-loss was 1 d, is not there");
    assertThat(then.differences(then)).isEmpty();
  }

  @Test
  void one_training_at_a_time_and_it_clears_what_a_killed_one_left_half_written()
      throws IOException {
    RunFolder run = RunFolder.create(folder, "digits", CLOCK);
    Path leftOver = Files.createFile(run.path().resolve(".summary.json.tmp-0123abcd"));
    Path foreign = Files.createFile(run.path().resolve(".notes.tmp"));
    try (WriterLock lock = run.lock()) {
      assertThat(lock.isExclusive()).isTrue();
      assertThat(leftOver).doesNotExist();
      assertThat(foreign).exists();
      assertThatThrownBy(run::lock)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("another training is writing", run.path().toString());
    }
    run.lock().close();
  }

  @Test
  void a_file_where_the_folder_should_be_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("runs"));
    assertThatThrownBy(() -> RunFolder.create(file, "digits", CLOCK))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file + " is a file, not a folder");
  }

  @Test
  void a_place_that_cannot_hold_folders_is_named() {
    Path place = Path.of("/proc/sys");
    assumeThat(place).isDirectory();
    assertThatThrownBy(() -> RunFolder.create(place, "digits", CLOCK))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("/proc/sys/digits-20260304-070607", "/proc/sys takes nothing new");
  }

  @Test
  void a_read_only_folder_is_a_configuration_mistake() {
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
    assertThatThrownBy(() -> RunFolder.create(folder, "digits", CLOCK))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(folder.toString(), "permission denied");
  }
}
