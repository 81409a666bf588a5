package io.dyad.runtime.discovery;

import io.dyad.api.PluginException;
import java.io.IOException;
import java.net.URL;

/**
 * A method that a plugin describes as a configuration.
 *
 * @param name as in {@code include "presets/NAME"}
 * @param summary one line
 * @param location the configuration
 * @param jar where it was found
 * @param loader the folder whose loader it comes from, or {@code class path}
 */
public record Preset(String name, String summary, URL location, Jar jar, String loader) {
  /** Returns the text of the configuration. */
  public String text() {
    try {
      return Texts.read(location);
    } catch (IOException e) {
      throw new PluginException("the preset at " + location + " cannot be read", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Preset that
        && name.equals(that.name)
        && location.toString().equals(that.location.toString());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
