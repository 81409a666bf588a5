package io.dyad.runtime.training;

import java.util.regex.Pattern;

/** A pattern of parameter names in which {@code *} stands for any text. */
record NamePattern(Pattern pattern) {
  static NamePattern of(String text) {
    return new NamePattern(Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E"));
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
