package io.dyad.runtime.discovery.check;

import io.dyad.runtime.discovery.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of a plugin.
 *
 * @param archive the jar, or the folder of classes
 * @param name its path in there, with slashes
 * @param path where to read it
 */
record PluginFile(Path archive, String name, Path path) {
  private static final String CLASS = ".class";

  /** Whether it is a class that every JDK sees. */
  boolean isClass() {
    return name.endsWith(CLASS) && !name.endsWith("-info.class") && !name.startsWith("META-INF/");
  }

  /** The name of the class, with dots. */
  String className() {
    return name.substring(0, name.length() - CLASS.length()).replace('/', '.');
  }

  /** The folder it is in, with a slash at the end. */
  String folder() {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  /** How it is called in findings. */
  String where() {
    return name + " in " + archive.getFileName();
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its text. */
  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The lines of a list, without comments. */
  List<String> lines() {
    return Texts.lines(text());
  }
}
