package io.dyad.runtime.experiment;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.Preset;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.options.OptionsBinder;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loads an experiment from a file or a preset. */
public final class ExperimentFile {
  private static final String SWEEP = "sweep";

  private ExperimentFile() {}

  /**
   * Returns the experiment.
   *
   * @param fileOrPreset a path, or the name of a preset if there is no such file
   * @param settings {@code KEY=VALUE} each, over what the file says
   * @throws ConfigurationException with everything that is wrong
   */
  public static LoadedExperiment load(String fileOrPreset, List<String> settings, Plugins plugins) {
    Problems problems = new Problems();
    Config written =
        Settings.over(Settings.read(settings, problems), read(fileOrPreset, plugins).toConfig());
    if (written.root().containsKey(SWEEP)) {
      problems.add(
          Where.of(written.root().get(SWEEP)),
          "sweep is many runs; start them with: dyad sweep " + fileOrPreset);
      problems.throwIfAny();
    }
    Optional<LoadedExperiment> loaded = bind(written, plugins, problems);
    problems.throwIfAny();
    return loaded.orElseThrow(
        () -> new IllegalStateException("nothing was bound, and no problem found"));
  }

  /**
   * Returns the experiment of a configuration that was read, or empty after reports.
   *
   * @throws ConfigurationException if a substitution has no value
   */
  public static Optional<LoadedExperiment> bind(
      Config written, Plugins plugins, Problems problems) {
    Config resolved = resolve(written);
    Config full = ShortForms.expand(resolved, problems);
    Optional<OptionsBinder.Binding<Experiment>> bound =
        new OptionsBinder(plugins, problems, ShortForms.aliases(resolved))
            .bind(Experiment.class, full);
    bound.ifPresent(binding -> new References(binding.value(), full, problems).check());
    return bound.map(binding -> new LoadedExperiment(binding.value(), binding.effective()));
  }

  /**
   * Returns what a file or a preset says, includes read and substitutions left.
   *
   * @throws ConfigurationException if there is neither, or it is no HOCON
   */
  public static ConfigObject read(String fileOrPreset, Plugins plugins) {
    Path path = Path.of(fileOrPreset);
    try {
      if (Files.isRegularFile(path)) {
        return PresetIncluder.read(path, plugins);
      }
      Optional<Preset> preset = plugins.preset(fileOrPreset);
      if (preset.isPresent()) {
        return PresetIncluder.read(preset.get(), plugins);
      }
    } catch (ConfigException e) {
      throw unreadable(e);
    }
    throw new ConfigurationException(missing(fileOrPreset, plugins.presets().keySet()));
  }

  /**
   * Returns a configuration with its substitutions made.
   *
   * @throws ConfigurationException if one has no value
   */
  public static Config resolve(Config written) {
    try {
      return written.resolve();
    } catch (ConfigException e) {
      throw unreadable(e);
    }
  }

  private static ConfigurationException unreadable(ConfigException e) {
    String message = String.valueOf(e.getMessage());
    ConfigOrigin origin = e.origin();
    if (origin == null) {
      return new ConfigurationException(message, e);
    }
    String prefix = origin.description() + ": ";
    String rest = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    return new ConfigurationException(
        Where.of(origin) + "  " + rest + "\n1 problem; nothing was started.", e);
  }

  private static String missing(String name, Set<String> presets) {
    String stem = name.replaceFirst("\\.conf$", "");
    return "there is no file \""
        + name
        + "\", and no preset of that name"
        + Nearest.question(stem, presets)
        + "\npresets: "
        + (presets.isEmpty() ? "none" : String.join(", ", Nearest.order(stem, presets)))
        + "   (details: dyad plugins list)";
  }
}
