package io.dyad.runtime.run;

import io.dyad.runtime.discovery.Jar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What tells one build of a jar from another. */
public final class JarChecksums {
  private JarChecksums() {}

  /**
   * Returns version and SHA-256 of jars by their names, of folders of classes the version alone.
   *
   * @throws io.dyad.api.DataException naming a jar that cannot be read
   */
  public static Map<String, String> of(Collection<Jar> jars) {
    Map<String, String> checksums = new TreeMap<>();
    jars.stream().distinct().forEach(jar -> checksums.put(jar.name(), describe(jar)));
    return checksums;
  }

  private static String describe(Jar jar) {
    Path path = Path.of(jar.place());
    if (!Files.isRegularFile(path)) {
      return jar.version();
    }
    try {
      return jar.version() + " " + Sha256.of(path.toRealPath());
    } catch (IOException cause) {
      throw ReadFailure.of(path, cause);
    }
  }
}
