package io.dyad.runtime.sweep;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The options that vary.
 *
 * @param values what each takes in turn, by its path: in the order of the alphabet, seeds last
 */
record Axes(Map<String, List<ConfigValue>> values) {
  /** The option whose values are repetitions, not rows of the table. */
  static final String SEED = "seed";

  /** Reads {@code sweep.vary}. */
  static Axes of(ConfigObject vary, Problems problems) {
    Map<String, List<ConfigValue>> found = new TreeMap<>();
    collect("", vary, found, problems);
    List<ConfigValue> seeds = found.remove(SEED);
    Map<String, List<ConfigValue>> ordered = new LinkedHashMap<>(found);
    if (seeds != null) {
      ordered.put(SEED, seeds);
    }
    return new Axes(ordered);
  }

  /** Returns every combination of values by path; the last axis moves fastest. */
  List<Map<String, ConfigValue>> combinations() {
    List<Map<String, ConfigValue>> combinations = new ArrayList<>(List.of(Map.of()));
    values.forEach(
        (path, choices) -> {
          List<Map<String, ConfigValue>> longer = new ArrayList<>();
          for (Map<String, ConfigValue> before : combinations) {
            for (ConfigValue choice : choices) {
              Map<String, ConfigValue> combination = new LinkedHashMap<>(before);
              combination.put(path, choice);
              longer.add(combination);
            }
          }
          combinations.clear();
          combinations.addAll(longer);
        });
    return combinations;
  }

  private static void collect(
      String above, ConfigObject object, Map<String, List<ConfigValue>> found, Problems problems) {
    object.forEach(
        (key, value) -> {
          String path = (above.isEmpty() ? "" : above + ".") + ConfigUtil.joinPath(key);
          if (value instanceof ConfigObject inner) {
            collect(path, inner, found, problems);
          } else if (value instanceof ConfigList list && !list.isEmpty()) {
            found.put(path, List.copyOf(list));
          } else {
            problems.add(
                Where.of(value), "sweep.vary." + path + " must be a list of one value or more");
          }
        });
  }
}
