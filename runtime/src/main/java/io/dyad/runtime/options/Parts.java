package io.dyad.runtime.options;

import io.dyad.api.Provider;

/** Knows the parts that can be named in a configuration. */
public interface Parts {
  /**
   * Returns the provider of a name.
   *
   * @param part what it makes, such as {@code Loss.class}
   * @throws io.dyad.api.PluginException if there is none; the message lists the known ones, nearest
   *     first
   */
  <T> Provider<T, ?> find(Class<T> part, String name);

  /** Returns the word for a part in messages: {@code view generator} of {@code ViewGenerator}. */
  static String word(Class<?> part) {
    return Kebab.name(part.getSimpleName()).replace('-', ' ');
  }

  /** Returns the word for a part with its article: {@code an encoder}. */
  static String oneOf(Class<?> part) {
    return (word(part).startsWith("e") ? "an " : "a ") + word(part);
  }
}
