package io.dyad.runtime.options;

import java.util.Locale;

/** Turns names of Java into names of a configuration. */
public final class Kebab {
  private Kebab() {}

  /** Returns {@code learning-rate} for {@code learningRate} or {@code LearningRate}. */
  public static String name(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** Returns {@code by-size} for {@code BY_SIZE}. */
  public static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
