package io.dyad.runtime.discovery.check;

import io.dyad.api.PluginException;
import io.dyad.runtime.discovery.PluginLoader;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a plugin, and a loader of its own: a jar, a folder of jars, a folder of classes. */
final class PluginContents implements AutoCloseable {
  private static final String JAR = ".jar";

  private final List<PluginFile> files = new ArrayList<>();
  private final List<FileSystem> open = new ArrayList<>();
  private final PluginLoader loader;

  private PluginContents(Path plugin, ClassLoader dyad) throws IOException {
    List<Path> archives = archives(plugin);
    for (Path archive : archives) {
      read(archive);
    }
    loader = PluginLoader.of(plugin, archives, dyad);
  }

  /**
   * Opens a plugin.
   *
   * @throws PluginException if there is none, or a jar of it is damaged
   */
  static PluginContents open(Path plugin, ClassLoader dyad) {
    if (!Files.exists(plugin)) {
      throw new PluginException(
          "there is no " + plugin + "; name a jar, or the folder of a plugin");
    }
    try {
      return new PluginContents(plugin, dyad);
    } catch (IOException e) {
      throw new PluginException(
          plugin + " cannot be read as a plugin (" + e.getMessage() + "); build it again", e);
    }
  }

  List<PluginFile> files() {
    return files;
  }

  /** The files of the archives that have something for Dyad, without the libraries beside them. */
  List<PluginFile> own() {
    var own =
        files.stream()
            .filter(file -> ServiceCheck.isService(file) || PresetCheck.isIndex(file))
            .map(PluginFile::archive)
            .collect(Collectors.toSet());
    return files.stream().filter(file -> own.contains(file.archive())).toList();
  }

  PluginLoader loader() {
    return loader;
  }

  private static List<Path> archives(Path plugin) throws IOException {
    if (!Files.isDirectory(plugin)) {
      return List.of(plugin);
    }
    try (Stream<Path> below = Files.walk(plugin)) {
      List<Path> jars = below.filter(file -> file.toString().endsWith(JAR)).sorted().toList();
      return jars.isEmpty() ? List.of(plugin) : jars;
    }
  }

  private void read(Path archive) throws IOException {
    Path root = archive;
    if (!Files.isDirectory(archive)) {
      FileSystem zip = FileSystems.newFileSystem(archive);
      open.add(zip);
      root = zip.getPath("/");
    }
    try (Stream<Path> below = Files.walk(root)) {
      for (Path path : below.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.add(new PluginFile(archive, name, path));
      }
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
      for (FileSystem zip : open) {
        zip.close();
      }
    } catch (IOException e) {
      throw new PluginException("the plugin cannot be closed: " + e, e);
    }
  }
}
