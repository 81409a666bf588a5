package io.dyad.runtime.discovery;

import io.dyad.api.PluginException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens the folders of {@code --plugin-path}: a folder in one of them is a plugin with its private
 * libraries, in a loader of its own; jars that lie loose in it share a loader.
 */
public final class PluginPath {
  /** The system property that names the folders. */
  public static final String PROPERTY = "dyad.plugin-path";

  private final ClassLoader dyad;
  private final Consumer<String> warnings;
  private final List<PluginLoader> loaders = new ArrayList<>();

  private PluginPath(ClassLoader dyad, Consumer<String> warnings) {
    this.dyad = dyad;
    this.warnings = warnings;
  }

  /** Returns the folders in a text, which are set apart as in a class path. */
  public static List<Path> parse(String text) {
    return Stream.of(text.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .toList();
  }

  /**
   * Opens a loader for each plugin; the caller closes them.
   *
   * @param dyad the loader of the shared packages
   * @param warnings gets a line for each file that is passed over
   * @throws PluginException if a folder is not there
   */
  public static List<PluginLoader> open(
      List<Path> folders, ClassLoader dyad, Consumer<String> warnings) {
    PluginPath path = new PluginPath(dyad, warnings);
    folders.stream()
        .map(folder -> folder.toAbsolutePath().normalize())
        .distinct()
        .forEach(path::add);
    return List.copyOf(path.loaders);
  }

  private void add(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new PluginException(
          Files.exists(folder)
              ? folder + " is a file; --plugin-path takes the folder that holds the jars"
              : "there is no folder " + folder + "; create it, or correct --plugin-path");
    }
    int before = loaders.size();
    List<Path> children = list(folder);
    open(folder, children.stream().filter(child -> !Files.isDirectory(child)).toList());
    for (Path child : children) {
      if (Files.isDirectory(child) && !open(child, below(child))) {
        warnings.accept(child + " holds no jar; put the plugin's jar into it, or remove it");
      }
    }
    if (loaders.size() == before) {
      warnings.accept(folder + " holds no plugin; put jars, or a folder of jars, into it");
    }
  }

  private boolean open(Path folder, List<Path> files) {
    List<Path> jars = files.stream().filter(this::isJar).toList();
    if (!jars.isEmpty()) {
      loaders.add(PluginLoader.of(folder, jars, dyad));
    }
    return !jars.isEmpty();
  }

  private boolean isJar(Path file) {
    if (!file.toString().endsWith(".jar")) {
      warnings.accept(file + " is no jar and is passed over");
      return false;
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return true;
    } catch (ZipException e) {
      warnings.accept(file + " is damaged (" + e.getMessage() + "); copy it again, or remove it");
    } catch (IOException e) {
      warnings.accept(file + " cannot be read (" + e + "); allow reading it, or remove it");
    }
    return false;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new PluginException(folder + " cannot be read (" + e + "); allow reading it", e);
    }
  }

  private static List<Path> below(Path folder) {
    return list(folder).stream()
        .flatMap(file -> Files.isDirectory(file) ? below(file).stream() : Stream.of(file))
        .toList();
  }
}
