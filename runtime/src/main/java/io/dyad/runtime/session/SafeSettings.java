package io.dyad.runtime.session;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lets a run go on with other settings than it began with, where they cannot change its numbers.
 */
final class SafeSettings {
  private static final Set<String> SAFE =
      new TreeSet<>(
          Set.of(
              "checkpoint.every-epochs",
              "checkpoint.every-steps",
              "checkpoint.keep",
              "engine.memory",
              "evaluate.every-epochs",
              "monitors.collapse",
              "monitors.log-every-steps",
              "train.loaders",
              "train.prefetch"));

  private SafeSettings() {}

  /**
   * Returns the experiment of a configuration with settings laid over it.
   *
   * @throws ConfigurationException naming all that could change numbers
   */
  static LoadedExperiment over(Path config, List<String> settings, Plugins plugins) {
    LoadedExperiment begun = ExperimentFile.load(config.toString(), List.of(), plugins);
    if (settings.isEmpty()) {
      return begun;
    }
    LoadedExperiment wanted = ExperimentFile.load(config.toString(), settings, plugins);
    Map<String, String> before = values(begun);
    Map<String, String> after = values(wanted);
    Set<String> changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeAll(SAFE);
    changed.removeIf(key -> before.getOrDefault(key, "").equals(after.getOrDefault(key, "")));
    if (!changed.isEmpty()) {
      throw refusal(changed, before, config);
    }
    return wanted;
  }

  private static Map<String, String> values(LoadedExperiment loaded) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> value :
        ConfigFactory.parseString(loaded.text()).entrySet()) {
      values.put(value.getKey(), String.valueOf(value.getValue().unwrapped()));
    }
    return values;
  }

  private static ConfigurationException refusal(
      Set<String> changed, Map<String, String> before, Path config) {
    List<String> lines =
        changed.stream()
            .map(key -> "--set  %s is %s here".formatted(key, before.getOrDefault(key, "not set")))
            .toList();
    return new ConfigurationException(
        "%s\na run that goes on keeps its numbers; it takes %s. For anything else begin a new one: dyad train %s --set ..."
            .formatted(String.join("\n", lines), String.join(", ", SAFE), config));
  }
}
