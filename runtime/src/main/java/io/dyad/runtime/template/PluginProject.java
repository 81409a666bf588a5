package io.dyad.runtime.template;

import io.dyad.api.ConfigurationException;
import io.dyad.toolkit.file.AtomicFile;
import io.dyad.toolkit.file.WriteFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Maven project of a new plugin: a loss with its options, preset and tests. */
public final class PluginProject {
  private final Map<String, String> values = new TreeMap<>();

  /** Plans a project that is built with this Dyad's versions. */
  public PluginProject(PluginNames names) {
    values.put("name", names.name());
    values.put("type", names.type());
    values.put("group", names.group());
    values.put("package", names.packageName());
    values.put("folder", names.folder());
    versions().forEach((key, value) -> values.put((String) key, (String) value));
  }

  /** Returns the text of each file by its path within the project. */
  public Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (String line : resource("index").lines().filter(each -> !each.startsWith("#")).toList()) {
      String[] words = line.split("\\s+", 2);
      files.put(filled(words[1]), filled(resource(words[0])));
    }
    return files;
  }

  /** Returns where the project's build leaves the jar, within the project. */
  public String jar() {
    return filled("target/${name}-0.1.0-SNAPSHOT.jar");
  }

  /**
   * Writes the project into a folder that is not there yet or empty. It is there whole or not at
   * all.
   *
   * @throws ConfigurationException if something is there already, or the place cannot be written
   */
  public void write(Path folder) {
    refuseIfTaken(folder);
    Path temporary = AtomicFile.temporary(folder.toAbsolutePath().normalize());
    try {
      for (Map.Entry<String, String> file : files().entrySet()) {
        Path path = temporary.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, file.getValue());
      }
      Files.deleteIfExists(folder);
      AtomicFile.move(temporary, folder);
    } catch (IOException e) {
      throw WriteFailure.of(folder, e);
    } finally {
      clear(temporary);
    }
  }

  private static void refuseIfTaken(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          folder + " is a file; choose another folder with --dir, or remove it");
    }
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent()) {
        throw new ConfigurationException(
            folder + " is not empty; choose another folder with --dir, or empty it");
      }
    } catch (IOException e) {
      throw WriteFailure.of(folder, e);
    }
  }

  private static void clear(Path temporary) {
    if (!Files.exists(temporary)) {
      return;
    }
    try (Stream<Path> all = Files.walk(temporary)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException lesser) {
      // The failure that led here, which is on its way to the caller, says more.
      return;
    }
  }

  private String filled(String template) {
    return new Template(template).fill(values);
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try {
      versions.load(new StringReader(resource("versions.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }

  private static String resource(String name) {
    try (InputStream in = PluginProject.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the template " + name + " is missing from this Dyad");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
