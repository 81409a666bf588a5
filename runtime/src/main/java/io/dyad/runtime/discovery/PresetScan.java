package io.dyad.runtime.discovery;

import io.dyad.api.PluginException;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Reads the resource {@code presets/index} of each plugin: lines of a name and a summary. */
final class PresetScan {
  private static final String INDEX = "presets/index";

  private final Compatibility compatibility;
  private final Map<String, Preset> found = new TreeMap<>();
  private final Map<String, PluginException> refused = new TreeMap<>();

  private PresetScan(Compatibility compatibility) {
    this.compatibility = compatibility;
  }

  static PresetScan of(Compatibility compatibility, ClassLoader... loaders) {
    PresetScan scan = new PresetScan(compatibility);
    try {
      for (ClassLoader loader : loaders) {
        for (URL index : Collections.list(loader.getResources(INDEX))) {
          scan.read(index, PluginLoader.name(loader));
        }
      }
    } catch (IOException e) {
      throw new PluginException("a list of presets cannot be read: " + e.getMessage(), e);
    }
    return scan;
  }

  Map<String, Preset> found() {
    return found;
  }

  /** Returns why the presets of jars that do not fit this Dyad are not there. */
  Map<String, PluginException> refused() {
    return refused;
  }

  private void read(URL index, String loader) throws IOException {
    Jar jar = Jar.holding(index, INDEX);
    for (String line : Texts.lines(index)) {
      Preset preset = preset(line, index, jar, loader);
      try {
        compatibility.require(jar);
        add(preset);
      } catch (Incompatible e) {
        refused.put(preset.name(), e);
      }
    }
  }

  private static Preset preset(String line, URL index, Jar jar, String loader) throws IOException {
    String[] words = line.split("\\s+", 2);
    URL location = new URL(index, words[0] + ".conf");
    return new Preset(words[0], words.length > 1 ? words[1] : "", location, jar, loader);
  }

  private void add(Preset preset) {
    Preset other = found.put(preset.name(), preset);
    if (other != null && !other.equals(preset)) {
      throw new PluginException(
          "two presets are named \""
              + preset.name()
              + "\":\n  "
              + other.location()
              + "\n  "
              + preset.location()
              + "\nRemove one of the jars.");
    }
  }
}
