package io.dyad.api;

/**
 * A failure that a user can understand and act on: the message says what is wrong, where, what is
 * allowed and what to do. The subclass is its category and decides the exit code of the command.
 *
 * @since 0.1
 */
@Stable
public abstract class DyadException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  protected DyadException(String message) {
    super(message);
  }

  /** Creates the failure with its message and what caused it. */
  protected DyadException(String message, Throwable cause) {
    super(message, cause);
  }
}
