package io.dyad.runtime.options;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of a configuration, and how those of Java become such. */
public final class Kebab {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private Kebab() {}

  /**
   * Returns whether a text is a name: words of a-z and 0-9 with hyphens between, a letter first.
   */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Returns {@code learning-rate} for {@code learningRate} or {@code LearningRate}. */
  public static String name(String camelCase) {
    return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** Returns {@code by-size} for {@code BY_SIZE}. */
  public static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
