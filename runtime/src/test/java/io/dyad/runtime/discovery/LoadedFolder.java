package io.dyad.runtime.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Loads the plugins of a folder, and lets go of their jars. */
abstract class LoadedFolder {
  static final ClassLoader OWN = LoadedFolder.class.getClassLoader();

  @TempDir Path folder;

  final List<String> warnings = new ArrayList<>();
  List<PluginLoader> loaders = List.of();

  Plugins load() {
    loaders = PluginPath.open(List.of(folder), OWN, warnings::add);
    return Plugins.load(
        Stream.concat(Stream.of(OWN), loaders.stream()).toArray(ClassLoader[]::new));
  }

  @AfterEach
  void close() throws IOException {
    for (PluginLoader loader : loaders) {
      loader.close();
    }
  }
}
