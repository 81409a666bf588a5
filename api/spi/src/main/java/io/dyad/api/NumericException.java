package io.dyad.api;

/**
 * The numbers went wrong: NaN, infinity, or a collapsed representation.
 *
 * @since 0.1
 */
@Stable
public class NumericException extends DyadException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  public NumericException(String message) {
    super(message);
  }

  /** Creates the failure with its message and what caused it. */
  public NumericException(String message, Throwable cause) {
    super(message, cause);
  }
}
