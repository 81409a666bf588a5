package io.dyad.runtime.discovery;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where classes come from.
 *
 * @param name the file, without version and {@code .jar}
 * @param version the Implementation-Version of its manifest, or {@code folder}
 * @param place the whole path
 */
public record Jar(String name, String version, String place) {
  static final String FOLDER = "folder";

  /** Returns the jar of a class. */
  public static Jar of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      return new Jar("java", Runtime.version().toString(), System.getProperty("java.home"));
    }
    Package owner = type.getPackage();
    String version = owner == null ? null : owner.getImplementationVersion();
    return at(source.getLocation(), Optional.ofNullable(version));
  }

  /** Returns the jar that holds a resource, whose version is not known. */
  static Jar holding(URL resource, String path) {
    String text = resource.toString();
    String root = text.substring(0, text.length() - path.length());
    try {
      return at(new URL(root.replaceFirst("^jar:", "").replaceFirst("!/$", "")), Optional.empty());
    } catch (MalformedURLException e) {
      return new Jar(root, "", root);
    }
  }

  private static Jar at(URL location, Optional<String> version) {
    Path path;
    try {
      path = Path.of(location.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new Jar(location.toString(), version.orElse(""), location.toString());
    }
    String file = String.valueOf(path.getFileName());
    if (!file.endsWith(".jar")) {
      return new Jar(module(path), FOLDER, path.toString());
    }
    String stem = file.substring(0, file.length() - ".jar".length());
    String name = stem.replaceFirst("-\\d.*$", "");
    String inName = stem.length() > name.length() ? stem.substring(name.length() + 1) : "";
    return new Jar(name, version.orElse(inName), path.toString());
  }

  /** A folder {@code NAME/target/classes} is called after the module. */
  private static String module(Path folder) {
    int names = folder.getNameCount();
    boolean built = names > 2 && folder.getName(names - 2).toString().equals("target");
    return String.valueOf(built ? folder.getName(names - 3) : folder.getFileName());
  }

  @Override
  public String toString() {
    return version.isEmpty() ? name : name + " " + version;
  }
}
