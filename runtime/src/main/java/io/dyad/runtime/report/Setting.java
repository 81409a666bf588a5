package io.dyad.runtime.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import io.dyad.api.DataException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A value of a run's effective configuration.
 *
 * @param key path of the value, such as {@code train.epochs}
 * @param value as the file has it
 * @param origin where it came from: a file with its line, {@code --set} or a default
 */
record Setting(String key, String value, String origin) {
  private static final String DEFAULT = "default of ";

  /**
   * Reads {@code config.conf}, which says each value's origin in a comment behind it.
   *
   * @throws DataException if it cannot be read
   */
  static List<Setting> read(Path path) {
    try {
      Config config =
          ConfigFactory.parseFile(
              path.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
      return config.entrySet().stream()
          .sorted(Comparator.comparing(entry -> entry.getValue().origin().lineNumber()))
          .map(Setting::of)
          .toList();
    } catch (ConfigException cause) {
      throw new DataException(path + ": " + cause.getMessage(), cause);
    }
  }

  private static Setting of(Map.Entry<String, ConfigValue> entry) {
    ConfigValue value = entry.getValue();
    return new Setting(
        entry.getKey(),
        value.unwrapped() instanceof String text
            ? text
            : value.render(ConfigRenderOptions.concise()),
        String.join(" ", value.origin().comments()).strip());
  }

  /** Returns whether nobody chose the value. */
  boolean isDefault() {
    return origin.startsWith(DEFAULT);
  }
}
