package io.dyad.api;

/**
 * A plugin is missing, broken, or built for another version.
 *
 * @since 0.1
 */
@Stable
public class PluginException extends DyadException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  public PluginException(String message) {
    super(message);
  }

  /** Creates the failure with its message and what caused it. */
  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
