package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;

/** Finds the plugins for a command, and warns of broken ones. */
final class InstalledPlugins {
  private InstalledPlugins() {}

  static Plugins load(Console console) {
    Plugins plugins = Plugins.load(console.pluginFolders().open(line -> warn(console, line)));
    plugins.warnings().forEach(line -> warn(console, line));
    return plugins;
  }

  private static void warn(Console console, String line) {
    console.warn("warning: " + line);
  }
}
