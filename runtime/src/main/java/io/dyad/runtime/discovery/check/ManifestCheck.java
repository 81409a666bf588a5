package io.dyad.runtime.discovery.check;

import io.dyad.runtime.discovery.BuiltFor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A plugin's jar says which versions of the API and of DJL it was built for. */
final class ManifestCheck {
  private ManifestCheck() {}

  static List<Finding> of(PluginContents contents) {
    List<Finding> findings = new ArrayList<>();
    contents.own().stream()
        .map(PluginFile::archive)
        .distinct()
        .filter(archive -> !Files.isDirectory(archive))
        .forEach(archive -> look(archive, contents, findings));
    return findings;
  }

  private static void look(Path archive, PluginContents contents, List<Finding> findings) {
    BuiltFor built = BuiltFor.of(manifest(archive, contents));
    String where = "the manifest of " + archive.getFileName();
    built
        .mismatches()
        .forEach(
            mismatch -> findings.add(Finding.error(where, "does not fit this Dyad", mismatch)));
    require(built.api(), BuiltFor.API_EXAMPLE, where, findings);
    require(built.djl(), BuiltFor.DJL_EXAMPLE, where, findings);
  }

  private static void require(
      Optional<String> range, String entry, String where, List<Finding> findings) {
    if (range.isEmpty()) {
      findings.add(
          Finding.warning(
              where, "has no range of versions", "let the build write an entry such as " + entry));
    }
  }

  private static Manifest manifest(Path archive, PluginContents contents) {
    for (PluginFile file : contents.files()) {
      if (file.archive().equals(archive) && file.name().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
        try {
          return new Manifest(new ByteArrayInputStream(file.bytes()));
        } catch (IOException e) {
          return new Manifest();
        }
      }
    }
    return new Manifest();
  }
}
