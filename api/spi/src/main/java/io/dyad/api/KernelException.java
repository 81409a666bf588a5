package io.dyad.api;

/**
 * A kernel does not compile or failed in a call; the message carries the line of its source.
 *
 * @since 0.1
 */
@Stable
public class KernelException extends DyadException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  public KernelException(String message) {
    super(message);
  }

  /** Creates the failure with its message and what caused it. */
  public KernelException(String message, Throwable cause) {
    super(message, cause);
  }
}
