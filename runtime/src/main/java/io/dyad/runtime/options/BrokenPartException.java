package io.dyad.runtime.options;

import io.dyad.api.PluginException;

/** A part is not there, and may be one that could not be loaded: the plugin's fault, not a typo. */
public final class BrokenPartException extends PluginException {
  private static final long serialVersionUID = 1;

  /** Creates the failure with its message. */
  public BrokenPartException(String message) {
    super(message);
  }
}
