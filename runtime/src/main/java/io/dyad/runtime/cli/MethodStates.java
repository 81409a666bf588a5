package io.dyad.runtime.cli;

import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.Preset;
import io.dyad.runtime.method.Method;
import io.dyad.runtime.method.Methods;
import io.dyad.runtime.method.RecordedResults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a listing says of presets that are methods: where they are from, and what was recorded. */
record MethodStates(Map<String, String> byPreset) {
  static MethodStates of(Plugins plugins, RecordedResults results) {
    Map<String, String> states = new LinkedHashMap<>();
    Methods.of(plugins).forEach(method -> states.put(method.name(), state(method, results)));
    return new MethodStates(states);
  }

  /** Returns the end of a line; empty for a preset that is no method. */
  String state(Preset preset) {
    return byPreset.getOrDefault(preset.name(), "");
  }

  private static String state(Method method, RecordedResults results) {
    List<String> words = new ArrayList<>(List.of(""));
    if (!method.about().paper().isEmpty()) {
      words.add(method.about().paper());
    }
    String vectors = results.vectors(method);
    if (!vectors.isEmpty()) {
      words.add("vectors " + vectors);
    }
    String check = results.smallCheck(method);
    words.add("small check " + (check.isEmpty() ? "not recorded" : check));
    return String.join("; ", words);
  }
}
