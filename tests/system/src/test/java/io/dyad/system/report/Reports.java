package io.dyad.system.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Pages about runs, written by the command. */
final class Reports {
  private Reports() {}

  /** Returns the page. */
  static Path write(Path page, Path... runs) {
    List<String> arguments = new ArrayList<>(List.of("report", "-o", page.toString()));
    Stream.of(runs).map(Path::toString).forEach(arguments::add);
    Command command = Command.run(arguments.toArray(String[]::new));
    assertThat(command.exitCode()).as(command.errors()).isZero();
    return page;
  }
}
