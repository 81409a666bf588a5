package io.dyad.contract.vectors;

import io.dyad.api.Provider;
import io.dyad.runtime.options.OptionDoc;
import io.dyad.runtime.options.OptionsDoc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the hyperparameters of a case into the options of a part. */
final class GivenOptions {
  private final Map<String, String> renamed = new HashMap<>();
  private final List<String> implied = new ArrayList<>();
  private final List<String> fixed = new ArrayList<>();

  void renamed(String hyperparameter, String option) {
    renamed.put(hyperparameter, option);
  }

  void implied(String... hyperparameters) {
    implied.addAll(List.of(hyperparameters));
  }

  void fixed(String setting) {
    fixed.add(setting);
  }

  /** Returns the options as HOCON. */
  String of(Provider<?, ?> provider, VectorCase vector) {
    Hyperparameters given = vector.hyperparameters();
    implied.forEach(given::implied);
    given.implied("views");
    Set<String> known =
        OptionsDoc.of(provider.options()).stream().map(OptionDoc::name).collect(Collectors.toSet());
    List<String> settings = new ArrayList<>(fixed);
    for (String name : given.names()) {
      String option = renamed.getOrDefault(name, name.replace('_', '-'));
      if (!implied.contains(name) && (renamed.containsKey(name) || known.contains(option))) {
        settings.add(option + " = " + given.json(name));
      }
    }
    return String.join("\n", settings);
  }
}
