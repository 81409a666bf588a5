package io.dyad.runtime.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much of the log is shown. */
final class Logs {
  private static final String OURS = "io.dyad";

  private Logs() {}

  /**
   * Shows what Dyad and its plugins do, or only their warnings. Another SLF4J binding is left
   * alone.
   */
  static void show(boolean details) {
    if (LoggerFactory.getLogger(OURS) instanceof Logger logger) {
      logger.setLevel(details ? Level.DEBUG : null);
    }
  }
}
