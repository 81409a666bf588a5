package io.dyad.runtime.method;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import io.dyad.api.ConfigurationException;
import io.dyad.api.PluginException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.Preset;
import io.dyad.runtime.experiment.AboutOptions;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.options.OptionsBinder;
import io.dyad.runtime.options.Problems;
import io.dyad.runtime.options.Where;
import java.util.List;
import java.util.Optional;

/** Finds the methods among the presets. */
public final class Methods {
  private static final String ABOUT = "about";
  private static final String TITLE = "about.title";

  private record Described(AboutOptions about) {}

  private Methods() {}

  /** Returns the presets that say what they are about, in the order of their names. */
  public static List<Method> of(Plugins plugins) {
    return plugins.presets().values().stream()
        .flatMap(preset -> of(preset, plugins).stream())
        .toList();
  }

  /** Returns the method of a preset; what it includes may be one, without it being another. */
  static Optional<Method> of(Preset preset, Plugins plugins) {
    Config read;
    try {
      read = ExperimentFile.read(preset.name(), plugins).toConfig().withOnlyPath(ABOUT);
    } catch (ConfigurationException | PluginException broken) {
      return Optional.empty(); // whoever asks for it hears why
    }
    if (!read.hasPath(TITLE) || !isOwn(read.getValue(TITLE), preset)) {
      return Optional.empty();
    }
    Problems problems = new Problems();
    Optional<Method> method =
        new OptionsBinder(plugins, problems)
            .bind(Described.class, read)
            .map(bound -> new Method(preset, bound.value().about()));
    problems.throwIfAny();
    return method;
  }

  private static boolean isOwn(ConfigValue title, Preset preset) {
    return Where.of(title).replaceFirst(":\\d+$", "").equals("presets/" + preset.name() + ".conf");
  }
}
