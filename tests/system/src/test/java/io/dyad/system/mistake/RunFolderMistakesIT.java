package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunFolderMistakesIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_file_where_runs_should_go_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("runs"));

    assertThat(Refusal.ofTrain(2, file, ""))
        .contains("cannot write " + file, "is a file, not a folder", "choose another folder");
  }

  @Test
  void a_file_above_the_folder_of_runs_is_a_mistake_too() throws IOException {
    Path below = Files.createFile(folder.resolve("runs")).resolve("below");

    assertThat(Refusal.ofTrain(2, below, "")).contains("cannot write " + below);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_place_that_takes_nothing_new_is_named_even_for_root() {
    assertThat(Refusal.ofTrain(2, Path.of("/proc"), ""))
        .contains("cannot write /proc/quick-start-", "/proc takes nothing new");
  }

  @Test
  void a_folder_without_permission_is_named() {
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();

    assertThat(Refusal.ofTrain(2, folder, ""))
        .contains("cannot write " + folder, "permission denied", "change its permissions");
  }

  /** A limit on the size of files stands for a full disk: the checkpoint no longer fits. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_checkpoint_that_does_not_fit_ends_the_run_and_leaves_none()
      throws IOException, InterruptedException {
    Path limited = limited(512);
    Launcher.Outcome outcome =
        new Launcher(limited)
            .run(folder, Map.of(), "train", "--set", "train.epochs=1", "--runs", "runs");

    assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(4);
    assertThat(outcome.errors())
        .contains("cannot write runs/quick-start-", "step-", "bytes free", "choose another folder")
        .doesNotContain("\tat ");
    try (var runs = Files.list(folder.resolve("runs"))) {
      List<Path> all = runs.toList();
      assertThat(all).hasSize(1);
      assertThat(all.get(0).resolve("checkpoints")).isDirectoryNotContaining("glob:**step-*");
      assertThat(all.get(0).resolve("summary.json")).doesNotExist();
      assertThat(Refusal.of(4, "evaluate", all.get(0).toString())).contains("has no checkpoint");
    }
  }

  /** Returns a home whose launcher starts the real one under a limit. */
  private Path limited(int kibibytes) throws IOException {
    Path script = folder.resolve("home/bin/dyad");
    Files.createDirectories(script.resolveSibling(""));
    Files.writeString(
        script,
        """
        #!/usr/bin/env bash
        ulimit -f %d
        exec "%s" "$@"
        """
            .formatted(kibibytes, Launcher.ofTheBuild().home().resolve("bin/dyad")));
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return folder.resolve("home");
  }
}
