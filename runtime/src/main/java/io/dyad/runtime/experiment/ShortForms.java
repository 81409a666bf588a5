package io.dyad.runtime.experiment;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import io.dyad.runtime.options.Aliases;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the short forms of one network and one term out in full; values keep their origins. */
final class ShortForms {
  private static final Map<String, String> PATHS = new LinkedHashMap<>();

  static {
    PATHS.put("encoder", "networks.main.encoder");
    PATHS.put("projector", "networks.main.heads.projection.encoder");
    PATHS.put("predictor", "networks.main.heads.prediction.encoder");
    PATHS.put("twin", "networks.main.twin");
    PATHS.put("loss", "objective.main.loss");
    PATHS.put("pairs", "objective.main.pairs");
  }

  private static final String PREDICTOR_OF = "networks.main.heads.prediction.of";

  private ShortForms() {}

  /** Returns what stands for what. */
  static Aliases aliases(Config written) {
    Map<String, String> used = new LinkedHashMap<>(PATHS);
    used.values().removeIf(written::hasPath);
    return new Aliases(Collections.unmodifiableMap(used));
  }

  /** Returns the configuration in full. */
  static Config expand(Config written, Problems problems) {
    Config result = written;
    for (Map.Entry<String, String> form : PATHS.entrySet()) {
      ConfigValue value = written.root().get(form.getKey());
      if (value != null) {
        result = move(result.withoutPath(form.getKey()), form.getKey(), value, problems);
      }
    }
    return result;
  }

  private static Config move(Config config, String name, ConfigValue value, Problems problems) {
    if (value.valueType() == ConfigValueType.NULL) {
      return config;
    }
    String path = PATHS.getOrDefault(name, name);
    if (config.hasPath(path) && clash(value, config.getValue(path))) {
      String place = Where.of(config.getValue(path));
      problems.add(
          Where.of(value),
          name + " is short for " + path + ", which is set at " + place + "; keep one");
    }
    Config moved = at(path, value).withFallback(config);
    return name.equals("predictor")
        ? moved.withFallback(
            at(PREDICTOR_OF, ConfigValueFactory.fromAnyRef("projection", "short form predictor")))
        : moved;
  }

  /** As {@code value.atPath(path)}, but the objects on the way have the origin of the value. */
  private static Config at(String path, ConfigValue value) {
    List<String> keys = new ArrayList<>(ConfigUtil.splitPath(path));
    Collections.reverse(keys);
    ConfigValue result = value;
    for (String key : keys) {
      result = ConfigValueFactory.fromMap(Map.of(key, result)).withOrigin(value.origin());
    }
    return ((ConfigObject) result).toConfig();
  }

  private static boolean clash(ConfigValue first, ConfigValue second) {
    if (first instanceof ConfigObject left && second instanceof ConfigObject right) {
      return left.entrySet().stream()
          .anyMatch(
              entry -> {
                ConfigValue other = right.get(entry.getKey());
                return other != null && clash(entry.getValue(), other);
              });
    }
    return true;
  }
}
