package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.PluginLoader;
import io.dyad.runtime.discovery.PluginPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The folders of plugins beside the class path; their loaders live as long as the command. */
final class PluginFolders implements AutoCloseable {
  private static final String VARIABLE = "DYAD_PLUGIN_PATH";

  private final List<String> named = new ArrayList<>();
  private final List<PluginLoader> loaders = new ArrayList<>();

  @Option(
      names = "--plugin-path",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = {
        "A folder of plugins; may be repeated. A folder in it is a plugin with its own libraries.",
        "Else the system property dyad.plugin-path, or DYAD_PLUGIN_PATH."
      })
  void add(String folders) {
    named.add(folders);
  }

  /**
   * Opens the folders that were named nearest: as option, property, variable.
   *
   * @return as {@link #loaders}
   */
  ClassLoader[] open(Consumer<String> warnings) {
    if (loaders.isEmpty()) {
      loaders.addAll(PluginPath.open(paths(), Dyad.class.getClassLoader(), warnings));
    }
    return loaders();
  }

  /** Returns the folders that were named nearest. */
  List<Path> paths() {
    return texts().stream().flatMap(text -> PluginPath.parse(text).stream()).toList();
  }

  /** Returns Dyad's own loader, and those of the folders that are open. */
  ClassLoader[] loaders() {
    return Stream.concat(Stream.of(Dyad.class.getClassLoader()), loaders.stream())
        .toArray(ClassLoader[]::new);
  }

  private List<String> texts() {
    Optional<String> elsewhere =
        Stream.of(System.getProperty(PluginPath.PROPERTY), System.getenv(VARIABLE))
            .flatMap(Stream::ofNullable)
            .findFirst();
    return named.isEmpty() ? elsewhere.stream().toList() : named;
  }

  /** An open jar could not be replaced or removed on Windows. */
  @Override
  public void close() {
    for (PluginLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        // Not before: a logger starts the log, which takes longer than some commands.
        LoggerFactory.getLogger(PluginFolders.class)
            .warn("{} cannot be closed", loader.folder(), e);
      }
    }
    loaders.clear();
  }
}
