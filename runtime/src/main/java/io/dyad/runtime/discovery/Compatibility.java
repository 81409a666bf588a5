package io.dyad.runtime.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Looks at each plugin jar once, whether it was built for what runs. */
final class Compatibility {
  private final Map<Jar, List<String>> mismatches = new HashMap<>();
  private final List<String> doubts = new ArrayList<>();

  /**
   * Does nothing if the jar fits; a folder of classes does, since it has no manifest.
   *
   * @throws Incompatible if it does not
   */
  void require(Jar jar) {
    List<String> reasons = mismatches.computeIfAbsent(jar, this::look);
    if (!reasons.isEmpty()) {
      throw new Incompatible(
          jar + " is not loaded: " + String.join("; ", reasons) + " (" + jar.place() + ")");
    }
  }

  /** Returns a line for each jar that does not say what it was built for. */
  List<String> doubts() {
    return doubts;
  }

  private List<String> look(Jar jar) {
    if (!jar.place().endsWith(".jar")) {
      return List.of();
    }
    try (JarFile file = new JarFile(Path.of(jar.place()).toFile())) {
      BuiltFor built = BuiltFor.of(Optional.ofNullable(file.getManifest()).orElse(new Manifest()));
      if (built.api().isEmpty()) {
        doubts.add(
            "%s does not say which Dyad it was built for; its author adds %s to the manifest of %s"
                .formatted(jar, BuiltFor.API_EXAMPLE, jar.place()));
      }
      return built.mismatches();
    } catch (IOException e) {
      return List.of("it cannot be read (" + e + "); copy it again, or remove it");
    }
  }
}
