package io.dyad.system.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts {@code bin/dyad} of a distribution folder as a process of its own.
 *
 * @param home the distribution folder
 */
public record Launcher(Path home) {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** What a finished process left: its exit code, what it wrote, and how long it took. */
  public record Outcome(int exitCode, String output, String errors, Duration time) {}

  /** Returns the launcher of the distribution that this build made. */
  public static Launcher ofTheBuild() {
    return new Launcher(Path.of(System.getProperty("dyad.home")).toAbsolutePath().normalize());
  }

  /** Runs in {@code folder} with the variables of {@code environment} added to this process's. */
  public Outcome run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(home.resolve("bin").resolve(script()).toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("dyad", ".out");
    Path errors = Files.createTempFile("dyad", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().putAll(environment);
    long start = System.nanoTime();
    Process process = builder.start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after " + PATIENCE + ": " + command);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    try {
      return new Outcome(process.exitValue(), text(output), text(errors), time);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String script() {
    return System.getProperty("os.name").startsWith("Windows") ? "dyad.bat" : "dyad";
  }
}
