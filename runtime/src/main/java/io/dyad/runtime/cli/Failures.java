package io.dyad.runtime.cli;

import io.dyad.api.DyadException;
import io.dyad.runtime.discovery.JarTable;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong: a user's mistake in its own words, anything else in one line. */
final class Failures implements IExecutionExceptionHandler {
  private final DyadCommand root;

  Failures(DyadCommand root) {
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    return report(failure, Console.of(command));
  }

  int report(Throwable failure, Console console) {
    boolean understood = failure instanceof DyadException;
    console.warn(understood ? String.valueOf(failure.getMessage()) : failure.toString());
    if (!understood && hasLinkageError(failure)) {
      missingClass(failure).ifPresent(console::warn);
      console.warn("Jars of different versions may be mixed. Dyad and DJL come from:");
      JarTable.of(root.pluginFolders().loaders())
          .forEach(jar -> console.warn("  " + jar + "  " + jar.place()));
    }
    if (root.debug()) {
      console.warn(
          CommandLine.Help.defaultColorScheme(Ansi.OFF).stackTraceText(failure).toString());
    } else if (!understood) {
      console.warn("This is not your mistake; --debug shows where it happened.");
    }
    return ExitCode.of(failure);
  }

  /** The loader of a plugin says why it does not have a class, and what to do. */
  private static Optional<String> missingClass(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(ClassNotFoundException.class::isInstance)
        .findFirst()
        .map(Throwable::getMessage);
  }

  private static boolean hasLinkageError(Throwable failure) {
    return failure instanceof LinkageError || failure.getCause() instanceof LinkageError;
  }
}
