package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit that a folder was at, asked of the {@code git} command. */
final class GitCommit {
  private static final int SECONDS = 5;

  private GitCommit() {}

  /**
   * Returns the commit, ending in {@code -dirty} if tracked files differ from it; empty where there
   * is no repository or no git.
   */
  static Optional<String> of(Path folder) {
    ProcessBuilder command =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = command.start();
      try (InputStream output = process.getInputStream()) {
        String commit = new String(output.readAllBytes(), UTF_8).strip();
        boolean done = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        return done && !commit.isEmpty() ? Optional.of(commit) : Optional.empty();
      } finally {
        process.destroy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }
}
