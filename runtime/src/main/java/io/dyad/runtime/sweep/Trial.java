package io.dyad.runtime.sweep;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a sweep.
 *
 * @param id its name in the sweep, which begins the name of its run folder
 * @param run the configuration it comes from
 * @param varied values of the options that vary, by path, without the seed
 * @param seed of the run
 */
public record Trial(String id, String run, Map<String, String> varied, long seed) {
  private static final int LONGEST = 80;

  /** Copies the values, in their order. */
  public Trial {
    varied = Collections.unmodifiableMap(new LinkedHashMap<>(varied));
  }

  static Trial of(String id, String run, Map<String, ConfigValue> combination, long seed) {
    Map<String, String> varied = new LinkedHashMap<>();
    combination.forEach((path, value) -> varied.put(path, shown(value)));
    varied.remove(Axes.SEED);
    return new Trial(id, run, varied, seed);
  }

  /** Returns a name for a combination that fits a folder: {@code simclr-batch-size-64-seed-1}. */
  static String id(String run, Map<String, ConfigValue> combination, int index) {
    StringBuilder id = new StringBuilder(run);
    combination.forEach(
        (path, value) -> {
          List<String> keys = ConfigUtil.splitPath(path);
          id.append('-').append(keys.get(keys.size() - 1)).append('-').append(shown(value));
        });
    String fitting = id.toString().replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("_$", "");
    return fitting.length() <= LONGEST
        ? fitting
        : fitting.substring(0, LONGEST) + "-" + (index + 1);
  }

  private static String shown(ConfigValue value) {
    return value.valueType() == ConfigValueType.STRING
        ? String.valueOf(value.unwrapped())
        : value.render(ConfigRenderOptions.concise());
  }
}
