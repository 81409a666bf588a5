package io.dyad.runtime.discovery;

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
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = root == cause ? "" : " (" + root + ")";
    return "a " + point.word() + " of " + jar + " is broken: " + cause.getMessage() + why;
  }
}
