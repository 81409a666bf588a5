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

  private PresetScan() {}

  static Map<String, Preset> of(ClassLoader... loaders) {
    Map<String, Preset> presets = new TreeMap<>();
    try {
      for (ClassLoader loader : loaders) {
        for (URL index : Collections.list(loader.getResources(INDEX))) {
          read(index, presets);
        }
      }
    } catch (IOException e) {
      throw new PluginException("a list of presets cannot be read: " + e.getMessage(), e);
    }
    return presets;
  }

  private static void read(URL index, Map<String, Preset> presets) throws IOException {
    Jar jar = Jar.holding(index, INDEX);
    for (String line : Texts.lines(index)) {
      if (!line.isEmpty()) {
        add(presets, preset(line, index, jar));
      }
    }
  }

  private static Preset preset(String line, URL index, Jar jar) throws IOException {
    String[] words = line.split("\\s+", 2);
    URL location = new URL(index, words[0] + ".conf");
    return new Preset(words[0], words.length > 1 ? words[1] : "", location, jar);
  }

  private static void add(Map<String, Preset> presets, Preset preset) {
    Preset other = presets.put(preset.name(), preset);
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
