package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.PluginLoader;
import io.dyad.runtime.discovery.Plugins;
import java.util.stream.Stream;

/** Finds the plugins for a command, and warns of broken ones. */
final class InstalledPlugins {
  private InstalledPlugins() {}

  static Plugins load(Console console) {
    Stream<PluginLoader> own = console.pluginFolders().open(line -> warn(console, line)).stream();
    Stream<ClassLoader> all = Stream.concat(Stream.of(Dyad.class.getClassLoader()), own);
    Plugins plugins = Plugins.load(all.toArray(ClassLoader[]::new));
    plugins.warnings().forEach(line -> warn(console, line));
    return plugins;
  }

  private static void warn(Console console, String line) {
    console.warn("warning: " + line);
  }
}
