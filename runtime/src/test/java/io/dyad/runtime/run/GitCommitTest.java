package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitTest {
  @TempDir Path folder;

  @Test
  void a_folder_outside_a_repository_has_none() {
    assertThat(GitCommit.of(folder)).isEmpty();
  }

  @Test
  void a_commit_is_told_and_so_are_changes_since() throws Exception {
    assumeThat(git("init", "-q")).as("git is installed").isZero();
    Path file = Files.writeString(folder.resolve("a"), "1");
    git("add", "a");
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first");
    assertThat(GitCommit.of(folder)).get().asString().matches("[0-9a-f]{40}");
    Files.writeString(file, "2");
    assertThat(GitCommit.of(folder)).get().asString().matches("[0-9a-f]{40}-dirty");
  }

  private int git(String... arguments) throws InterruptedException {
    ProcessBuilder command = new ProcessBuilder("git").directory(folder.toFile());
    command.command().addAll(List.of(arguments));
    try {
      return command.start().waitFor();
    } catch (IOException none) {
      return -1;
    }
  }
}
