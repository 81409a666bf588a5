package io.dyad.runtime.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** How much of the log is shown. */
final class Logs {
  private static final String OURS = "io.dyad";

  private Logs() {}

  /**
   * Shows what Dyad and its plugins do while a command works, not their warnings alone. Another
   * SLF4J binding is left alone. Starting the log takes longer than some commands, so one that does
   * not ask for it does not come here.
   */
  static int detailed(IntSupplier command) {
    show(Level.DEBUG);
    try {
      return command.getAsInt();
    } finally {
      show(null);
    }
  }

  private static void show(@Nullable Level level) {
    if (LoggerFactory.getLogger(OURS) instanceof Logger logger) {
      logger.setLevel(level);
    }
  }
}
