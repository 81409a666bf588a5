package io.dyad.runtime.experiment;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.List;

/** Reads the settings of the command line, {@code loss.temperature=0.1}. */
final class Settings {
  private Settings() {}

  /** Returns the settings, later ones over earlier ones. */
  static Config read(List<String> settings, Problems problems) {
    Config result = ConfigFactory.empty();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        problems.add(Where.COMMAND_LINE, "must be KEY=VALUE, got \"" + setting + "\"");
        continue;
      }
      result = read(setting, equals, problems).withFallback(result);
    }
    return result;
  }

  /** A value that is no HOCON, such as {@code gpu:1}, is taken as a string. */
  private static Config read(String setting, int equals, Problems problems) {
    try {
      return ConfigFactory.parseString(
          setting, ConfigParseOptions.defaults().setOriginDescription(Where.COMMAND_LINE));
    } catch (ConfigException.Parse e) {
      return asString(setting.substring(0, equals), setting.substring(equals + 1), problems);
    }
  }

  private static Config asString(String key, String value, Problems problems) {
    try {
      ConfigUtil.splitPath(key);
      return ConfigValueFactory.fromAnyRef(value, Where.COMMAND_LINE).atPath(key);
    } catch (ConfigException.BadPath e) {
      problems.add(Where.COMMAND_LINE, "\"" + key + "\" is no key");
      return ConfigFactory.empty();
    }
  }
}
