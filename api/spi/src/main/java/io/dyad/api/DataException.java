package io.dyad.api;

/**
 * Data is missing, unreadable, or not what the experiment needs.
 *
 * @since 0.1
 */
@Stable
public class DataException extends DyadException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  public DataException(String message) {
    super(message);
  }

  /** Creates the failure with its message and what caused it. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
