package io.dyad.runtime.discovery;

import io.dyad.api.PluginException;

/** A jar was built for other versions of the API or of DJL. */
final class Incompatible extends PluginException {
  private static final long serialVersionUID = 1;

  Incompatible(String message) {
    super(message);
  }
}
