package io.dyad.api;

/**
 * The device or the engine's native libraries are not there.
 *
 * @since 0.1
 */
@Stable
public class DeviceException extends DyadException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  public DeviceException(String message) {
    super(message);
  }

  /** Creates the failure with its message and what caused it. */
  public DeviceException(String message, Throwable cause) {
    super(message, cause);
  }
}
