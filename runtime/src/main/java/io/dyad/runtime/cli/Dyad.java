package io.dyad.runtime.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;

/** The entry point of the command {@code dyad}. */
public final class Dyad {
  private Dyad() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    Charset charset = Charset.defaultCharset();
    PrintWriter out = new PrintWriter(System.out, true, charset);
    PrintWriter err = new PrintWriter(System.err, true, charset);
    System.exit(run(out, err, arguments));
  }

  /** Runs a command and returns its exit code; see {@link ExitCode}. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    DyadCommand root = new DyadCommand();
    CommandLine command = new CommandLine(root).setOut(out).setErr(err);
    Failures failures = new Failures(root);
    command.setAllowSubcommandsAsOptionParameters(true); // a folder may be called "plugins"
    command.setExecutionExceptionHandler(failures);
    command.setExecutionStrategy(
        parsed -> {
          CommandLine.RunLast run = new CommandLine.RunLast();
          return root.debug() ? Logs.detailed(() -> run.execute(parsed)) : run.execute(parsed);
        });
    try {
      return command.execute(arguments);
    } catch (Error e) {
      return failures.report(e, Console.of(command));
    } finally {
      root.pluginFolders().close();
      out.flush();
      err.flush();
    }
  }
}
