package io.dyad.runtime.sweep;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks the figures that a sweep asks for before any is measured.
 *
 * @param evaluators of each run, by its name
 * @param problems takes what is wrong
 */
record SweepFigures(Map<String, Set<String>> evaluators, Problems problems) {
  /** How the table calls the time of training. */
  static final String SECONDS = "seconds";

  private static final Set<String> SUBJECTS = Set.of("input", "untrained");

  /**
   * Returns the rules by run and figure.
   *
   * @param written the file that says them
   */
  Map<String, Map<String, List<String>>> check(SweepOptions sweep, Config written) {
    Set<String> measured = new LinkedHashSet<>();
    evaluators.values().forEach(measured::addAll);
    for (String column : sweep.columns()) {
      if (!evaluators.isEmpty() && !isMeasured(column, measured)) {
        problems.add(
            Where.of(written.getValue("sweep.columns")),
            unknown("sweep.columns", column, measured));
      }
    }
    Map<String, Map<String, List<String>>> rules = new TreeMap<>();
    sweep.expect().forEach((run, figures) -> rules.put(run, rules(sweep, run, figures)));
    return rules;
  }

  private Map<String, List<String>> rules(SweepOptions sweep, String run, ConfigValue figures) {
    String path = "sweep.expect." + run;
    Collection<String> runs = sweep.runs().isEmpty() ? evaluators.keySet() : sweep.runs().keySet();
    if (!runs.isEmpty() && !runs.contains(run)) {
      problems.add(
          Where.of(figures), path + " names no run of the sweep" + Nearest.question(run, runs));
    }
    Map<String, List<String>> rules = new LinkedHashMap<>();
    if (!(figures instanceof ConfigObject object)) {
      problems.add(Where.of(figures), path + " must be rules by figure { ... }");
      return rules;
    }
    new TreeMap<>(flat(object))
        .forEach(
            (figure, value) -> {
              Set<String> measured = evaluators.getOrDefault(run, Set.of());
              if (!measured.isEmpty() && !isMeasured(figure, measured)) {
                problems.add(Where.of(value), unknown(path, figure, measured));
              }
              rules.put(figure, texts(value, path + "." + figure, runs));
            });
    return rules;
  }

  private static Map<String, ConfigValue> flat(ConfigObject object) {
    Map<String, ConfigValue> flat = new TreeMap<>();
    object
        .toConfig()
        .entrySet()
        .forEach(
            entry ->
                flat.put(String.join(".", ConfigUtil.splitPath(entry.getKey())), entry.getValue()));
    return flat;
  }

  private List<String> texts(ConfigValue value, String path, Collection<String> runs) {
    List<String> texts = new ArrayList<>();
    for (ConfigValue each : value instanceof ConfigList list ? list : List.of(value)) {
      String text = String.valueOf(each.unwrapped());
      texts.add(text);
      try {
        for (String name : Rule.parse(text).names()) {
          if (!runs.contains(name) && !SUBJECTS.contains(name)) {
            problems.add(
                Where.of(each),
                "%s: \"%s\" is no run of the sweep%s"
                    .formatted(path, name, Nearest.question(name, runs)));
          }
        }
      } catch (IllegalArgumentException e) {
        problems.add(Where.of(each), path + ": " + e.getMessage());
      }
    }
    return texts;
  }

  private static boolean isMeasured(String figure, Set<String> measured) {
    int dot = figure.lastIndexOf('.');
    return figure.equals(SECONDS) || (dot > 0 && measured.contains(figure.substring(0, dot)));
  }

  private static String unknown(String path, String figure, Set<String> measured) {
    return "%s: \"%s\" is no figure EVALUATOR.METRIC of the evaluators %s, nor seconds"
        .formatted(path, figure, String.join(", ", measured));
  }
}
