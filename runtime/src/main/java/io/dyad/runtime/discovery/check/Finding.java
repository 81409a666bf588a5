package io.dyad.runtime.discovery.check;

/**
 * Something about a plugin that its author should change.
 *
 * @param severity whether Dyad can live with it
 * @param where the file, class or option
 * @param problem what is wrong
 * @param advice what to do
 */
public record Finding(Severity severity, String where, String problem, String advice) {
  /** How bad it is. */
  public enum Severity {
    /** Does not work, or will not for others. */
    ERROR,
    /** Works, and could be better. */
    WARNING
  }

  static Finding error(String where, String problem, String advice) {
    return new Finding(Severity.ERROR, where, problem, advice);
  }

  static Finding warning(String where, String problem, String advice) {
    return new Finding(Severity.WARNING, where, problem, advice);
  }

  /** Returns whether it fails the check. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
