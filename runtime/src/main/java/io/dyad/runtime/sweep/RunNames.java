package io.dyad.runtime.sweep;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The runs of a sweep by name, in the order in which a file has them. */
final class RunNames {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,59}");

  /** What rules call something else. */
  private static final List<String> RESERVED = List.of("all", "but", "input", "untrained");

  private RunNames() {}

  /** HOCON keeps no order, but where things were written. */
  static Map<String, ConfigObject> inOrder(ConfigObject runs, Problems problems) {
    Map<String, ConfigObject> ordered = new LinkedHashMap<>();
    runs.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, ConfigValue> run) -> run.getValue().origin().lineNumber())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            run -> {
              if (!NAME.matcher(run.getKey()).matches() || RESERVED.contains(run.getKey())) {
                problems.add(
                    Where.of(run.getValue()),
                    "sweep.runs.\"%s\": a run is called by up to 60 letters, digits, '.', '_' and '-', but not %s"
                        .formatted(run.getKey(), String.join(", ", RESERVED)));
              } else if (run.getValue() instanceof ConfigObject object) {
                ordered.put(run.getKey(), object);
              } else {
                problems.add(
                    Where.of(run.getValue()),
                    "sweep.runs.%s must be a configuration { ... }".formatted(run.getKey()));
              }
            });
    return ordered;
  }
}
