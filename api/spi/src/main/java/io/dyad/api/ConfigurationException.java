package io.dyad.api;

/**
 * The configuration asks for something that cannot be.
 *
 * @since 0.1
 */
@Stable
public class ConfigurationException extends DyadException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  public ConfigurationException(String message) {
    super(message);
  }

  /** Creates the failure with its message and what caused it. */
  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
