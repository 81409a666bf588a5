package io.dyad.runtime.training;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.options.Nearest;
import java.util.Collection;
import java.util.regex.Pattern;

/** A pattern of parameter names in which {@code *} stands for any text. */
record NamePattern(String text, Pattern pattern) {
  private static final int SHOWN = 5;

  static NamePattern of(String text) {
    return new NamePattern(text, Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E"));
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  /**
   * Makes sure that the pattern means something.
   *
   * @param setting where it is configured
   * @throws ConfigurationException if it matches none of the names; the message has the nearest
   */
  void require(String setting, Collection<String> names) {
    if (names.stream().noneMatch(this::matches)) {
      throw unknown(setting, text, names);
    }
  }

  /** Returns an error about a name that is not there. */
  static SettingException unknown(String setting, String name, Collection<String> names) {
    return new SettingException(
        setting,
        "%s matches no parameter: \"%s\"; * stands for any characters, and the nearest of %d parameters are %s"
            .formatted(
                setting,
                name,
                names.size(),
                Nearest.order(name.replace("*", ""), names).stream().limit(SHOWN).toList()));
  }
}
