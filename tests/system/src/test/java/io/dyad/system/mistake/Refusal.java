package io.dyad.system.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import java.nio.file.Files;
import java.nio.file.Path;

/** A command that must end with a helpful message and without a stack trace. */
final class Refusal {
  private Refusal() {}

  /** Runs {@code dyad train} with the words of {@code arguments}, which have no blanks in them. */
  static String ofTrain(int exitCode, Path runs, String arguments) {
    String words = arguments.isEmpty() ? "" : " " + arguments;
    return of(exitCode, ("train --runs " + runs + words).split(" "));
  }

  /** Returns what was written to the standard error. */
  static String of(int exitCode, String... arguments) {
    Command command = Command.run(arguments);
    assertThat(command.exitCode()).as(command.errors()).isEqualTo(exitCode);
    assertThat(command.output()).isEmpty();
    assertThat(command.errors())
        .doesNotContain("\tat ", "Exception", "This is not your mistake", "guice");
    return command.errors();
  }

  /** Nothing was started: there is not even a folder for runs. */
  static void assertNothingStarted(Path runs) {
    assertThat(Files.exists(runs)).as(runs + " exists").isFalse();
  }
}
