package io.dyad.runtime.sweep;

import io.dyad.runtime.training.StopRequest;
import io.dyad.toolkit.file.WriteFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one training as a process of its own. */
final class TrialProcess {
  /** Exit codes from here on say that a signal ended a process. */
  static final int SIGNAL = 128;

  /** What a terminal's Ctrl-C has told the process, too, is not said twice: that would end it. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int GLANCE_MILLISECONDS = 100;

  private final List<String> dyad;
  private final StopRequest stop;

  /**
   * Creates a runner of processes.
   *
   * @param dyad the command, before its arguments
   */
  TrialProcess(List<String> dyad, StopRequest stop) {
    this.dyad = List.copyOf(dyad);
    this.stop = stop;
  }

  /** Runs {@code dyad train} with these arguments, and returns its exit code. */
  int train(List<String> arguments, Path log) throws InterruptedException {
    List<String> command = new ArrayList<>(dyad);
    command.add("train");
    command.addAll(arguments);
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException cause) {
      throw WriteFailure.of(log, cause);
    }
    try {
      while (!process.waitFor(GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        if (stop.isMade()) {
          end(process);
        }
      }
      return process.exitValue();
    } finally {
      process.destroy();
    }
  }

  private static void end(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroy();
      process.waitFor();
    }
  }
}
