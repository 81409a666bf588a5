package io.dyad.runtime.discovery;

import io.dyad.api.PluginException;
import io.dyad.runtime.options.Parts;

/**
 * A provider that could not be loaded.
 *
 * @param point what it should have provided
 * @param jar where it is
 * @param cause what went wrong
 */
public record BrokenProvider(ExtensionPoint point, Jar jar, Throwable cause) {
  /** Returns one line for a warning. */
  public String message() {
    if (cause instanceof PluginException) {
      return String.valueOf(cause.getMessage());
    }
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = root == cause ? "" : " (" + root + ")";
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return Parts.oneOf(point.part()) + " of " + jar + " is broken: " + message + why;
  }
}
