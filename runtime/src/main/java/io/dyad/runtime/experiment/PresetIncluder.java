package io.dyad.runtime.experiment;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.Preset;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.options.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Resolves {@code include "NAME"}: a file beside the including one, or a preset of a plugin. */
final class PresetIncluder implements ConfigIncluder {
  static final String FOLDER = "presets/";

  private final Plugins plugins;
  private final String file;
  private final Optional<Path> folder;

  private PresetIncluder(Plugins plugins, String file, Optional<Path> folder) {
    this.plugins = plugins;
    this.file = file;
    this.folder = folder;
  }

  /** Returns the content of a file, which is called in messages as it is given. */
  static ConfigObject read(Path path, Plugins plugins) {
    Path parent = path.toAbsolutePath().getParent();
    String file = path.toString();
    return ConfigFactory.parseFile(
            path.toFile(), new PresetIncluder(plugins, file, Optional.ofNullable(parent)).options())
        .root();
  }

  /** Returns the content of a preset. */
  static ConfigObject read(Preset preset, Plugins plugins) {
    String file = FOLDER + preset.name() + ".conf";
    return ConfigFactory.parseURL(
            preset.location(), new PresetIncluder(plugins, file, Optional.empty()).options())
        .root();
  }

  private ConfigParseOptions options() {
    return ConfigParseOptions.defaults()
        .setAllowMissing(false)
        .setOriginDescription(file)
        .setIncluder(this);
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    String name = what.matches(".*\\.(conf|json|properties)") ? what : what + ".conf";
    Optional<Path> beside = folder.map(parent -> parent.resolve(name)).filter(Files::isRegularFile);
    if (beside.isPresent()) {
      return read(asWritten(name), plugins);
    }
    return Optional.of(what)
        .filter(named -> named.startsWith(FOLDER))
        .flatMap(named -> plugins.preset(presetName(name)))
        .map(preset -> read(preset, plugins))
        .orElseThrow(() -> missing(what));
  }

  private Path asWritten(String name) {
    return Path.of(file).resolveSibling(name);
  }

  private static String presetName(String name) {
    return name.replaceFirst("^" + FOLDER, "").replaceFirst("\\.conf$", "");
  }

  private ConfigurationException missing(String what) {
    List<String> known = plugins.presets().keySet().stream().map(FOLDER::concat).toList();
    Problems problems = new Problems();
    problems.add(
        file,
        "include \""
            + what
            + "\": there is no such file beside it and no such preset"
            + Nearest.question(what, known)
            + "\navailable: "
            + String.join(", ", Nearest.order(what, known)));
    problems.throwIfAny();
    throw new IllegalStateException("a problem was added");
  }
}
