package io.dyad.system.resume;

import io.dyad.system.launcher.Launcher;
import io.dyad.system.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that trains.
 *
 * @param process the Java machine itself
 * @param log what it says
 */
record TrainingProcess(Process process, Path log) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLISECONDS = 2;

  /** Starts {@code dyad train} with the parts of the trials on its class path. */
  static TrainingProcess start(Path folder, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Launcher.ofTheBuild().home().resolve("bin/dyad").toString()));
    command.add("train");
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(folder, "train", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("DYAD_CLASSPATH", Trial.classPath().toString());
    return new TrainingProcess(builder.start(), log);
  }

  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Waits until something is so, or the process has ended. */
  void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && !condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("still waiting after " + PATIENCE + ": " + said());
      }
      Thread.sleep(PAUSE_MILLISECONDS);
    }
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running after " + PATIENCE + ": " + said());
    }
    return process.exitValue();
  }
}
