package io.dyad.runtime.experiment;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.List;
import java.util.Map;

/**
 * Reads the settings of the command line, {@code loss.temperature=0.1}, and lays them over files.
 */
public final class Settings {
  private Settings() {}

  /** Returns the settings, later ones over earlier ones. */
  public static Config read(List<String> settings, Problems problems) {
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

  /**
   * Returns settings laid over a file. Where a setting names another part than the file, the
   * options that the file gave the part it named go with it.
   */
  public static Config over(Config settings, Config file) {
    Config known = file.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
    Config kept = file;
    for (Map.Entry<String, ConfigValue> setting : settings.entrySet()) {
      List<String> path = ConfigUtil.splitPath(setting.getKey());
      if (path.get(path.size() - 1).equals("use") && path.size() > 1) {
        Object before = known.hasPath(setting.getKey()) ? known.getAnyRef(setting.getKey()) : "";
        if (!before.equals(setting.getValue().unwrapped())) {
          kept = kept.withoutPath(ConfigUtil.joinPath(path.subList(0, path.size() - 1)));
        }
      }
    }
    return settings.withFallback(kept);
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
