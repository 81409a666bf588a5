package io.dyad.runtime.options;

/**
 * Whose options a record holds, in messages.
 *
 * @param sentence as in {@code is not an option of loss "info-nce"}
 * @param title as in {@code Options of "info-nce": ...}
 */
record Owner(String sentence, String title) {
  static Owner part(Class<?> part, String provider) {
    return new Owner(Parts.word(part) + " \"" + provider + "\"", "\"" + provider + "\"");
  }

  static Owner section(String path) {
    return path.isEmpty() ? new Owner("an experiment", "an experiment") : new Owner(path, path);
  }
}
