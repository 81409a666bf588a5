package io.dyad.runtime.discovery.check;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The presets that {@code presets/index} lists are there and can be read, and no other is. */
final class PresetCheck {
  private static final String FOLDER = "presets/";
  private static final String INDEX = FOLDER + "index";

  private PresetCheck() {}

  static boolean isIndex(PluginFile file) {
    return file.name().equals(INDEX);
  }

  static List<Finding> of(PluginContents contents) {
    List<Finding> findings = new ArrayList<>();
    contents.own().stream()
        .filter(PresetCheck::isIndex)
        .forEach(index -> entries(index, contents, findings));
    Set<String> listed =
        contents.own().stream()
            .filter(PresetCheck::isIndex)
            .flatMap(index -> index.lines().stream())
            .map(line -> FOLDER + line.split("\\s+", 2)[0] + ".conf")
            .collect(Collectors.toSet());
    contents.own().stream()
        .filter(file -> file.folder().equals(FOLDER) && file.name().endsWith(".conf"))
        .filter(file -> !listed.contains(file.name()))
        .forEach(
            file ->
                findings.add(
                    Finding.warning(
                        file.where(), "is not listed, so not found", "name it in " + INDEX)));
    return findings;
  }

  private static void entries(PluginFile index, PluginContents contents, List<Finding> findings) {
    for (String line : index.lines()) {
      String[] words = line.split("\\s+", 2);
      if (words.length < 2) {
        findings.add(
            Finding.warning(
                index.where(),
                "has no summary for " + words[0],
                "write one line behind the name: what it trains"));
      }
      Optional<PluginFile> preset =
          contents.files().stream()
              .filter(file -> file.archive().equals(index.archive()))
              .filter(file -> file.name().equals(FOLDER + words[0] + ".conf"))
              .findFirst();
      preset.ifPresentOrElse(
          file -> parse(file, findings),
          () ->
              findings.add(
                  Finding.error(
                      index.where(),
                      "lists " + words[0] + ", and there is no " + FOLDER + words[0] + ".conf",
                      "add the file, or remove the line")));
    }
  }

  private static void parse(PluginFile file, List<Finding> findings) {
    try {
      ConfigFactory.parseString(
          file.text(),
          ConfigParseOptions.defaults()
              .setOriginDescription(file.name())
              .setIncluder(new IgnoredIncludes()));
    } catch (ConfigException e) {
      findings.add(
          Finding.error(
              file.where(), "is no HOCON: " + e.getMessage(), "correct the line that it names"));
    }
  }

  /** What a preset includes may be in another plugin, so only its own text is read. */
  private static final class IgnoredIncludes implements ConfigIncluder {
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
      return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
      return ConfigFactory.empty().root();
    }
  }
}
