package io.dyad.runtime.options;

import java.util.Collection;
import java.util.Map;

/**
 * Short forms at the root of a configuration.
 *
 * @param paths the full path of each short form
 */
public record Aliases(Map<String, String> paths) {
  /** No short forms. */
  public static final Aliases NONE = new Aliases(Map.of());

  /** Returns the short forms. */
  public Collection<String> names() {
    return paths.keySet();
  }

  /** Returns a path as the user may have written it. */
  String shown(String path) {
    return paths.entrySet().stream()
        .filter(entry -> path.equals(entry.getValue()) || path.startsWith(entry.getValue() + "."))
        .map(entry -> entry.getKey() + path.substring(entry.getValue().length()))
        .findFirst()
        .orElse(path);
  }
}
