package io.dyad.runtime.method;

import io.dyad.runtime.discovery.Preset;
import io.dyad.runtime.experiment.AboutOptions;

/**
 * A preset that describes a method.
 *
 * @param preset its configuration
 * @param about what it says of itself
 */
public record Method(Preset preset, AboutOptions about) {
  /** Returns the name of the preset. */
  public String name() {
    return preset.name();
  }
}
