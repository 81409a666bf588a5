package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;

/** Finds the plugins for a command, and warns of broken ones. */
final class InstalledPlugins {
  private InstalledPlugins() {}

  static Plugins load(Console console) {
    Plugins plugins = Plugins.load(Dyad.class.getClassLoader());
    plugins.broken().forEach(broken -> console.warn("warning: " + broken.message()));
    return plugins;
  }
}
