package io.dyad.runtime.discovery;

import java.net.URL;

/**
 * A method that a plugin describes as a configuration.
 *
 * @param name as in {@code include "presets/NAME"}
 * @param summary one line
 * @param location the configuration
 * @param jar where it was found
 */
public record Preset(String name, String summary, URL location, Jar jar) {
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
