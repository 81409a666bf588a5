package io.dyad.system.command;

import io.dyad.runtime.cli.Dyad;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command that has run.
 *
 * @param exitCode what a script would see
 * @param output what it wrote to the standard output
 * @param errors what it wrote to the standard error
 */
public record Command(int exitCode, String output, String errors) {

  /** Runs {@code dyad} with these arguments. */
  public static Command run(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    int exitCode = Dyad.run(new PrintWriter(output), new PrintWriter(errors), arguments);
    return new Command(exitCode, output.toString(), errors.toString());
  }
}
