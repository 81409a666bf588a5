package io.dyad.runtime.method;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.session.Session;
import io.dyad.runtime.sweep.AlignedTable;
import io.dyad.runtime.training.Inventory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A table of methods for each plugin, derived from their parts and from recorded results. */
public final class MethodsPage {
  private static final String PREDICTION = "prediction";
  private static final String PROJECTION = "projection";

  /** Of a method on data of the user's, which cannot be assembled without them. */
  private static final List<String> UNKNOWN = Collections.nCopies(6, "-");

  private static final List<String> HEADING =
      List.of(
          "method",
          "preset",
          "twin",
          "heads",
          "queue",
          "loss learns",
          "views",
          "knows",
          "vectors",
          "small check",
          "paper");

  private final Plugins plugins;
  private final RecordedResults results;

  private MethodsPage(Plugins plugins, RecordedResults results) {
    this.plugins = plugins;
    this.results = results;
  }

  /**
   * Returns the page as Markdown. Every method is assembled on its data for that, and none trained.
   */
  public static String write(Plugins plugins, RecordedResults results) {
    return new MethodsPage(plugins, results).text();
  }

  private String text() {
    Map<String, List<Method>> byPlugin =
        Methods.of(plugins).stream()
            .collect(groupingBy(method -> method.preset().jar().name(), TreeMap::new, toList()));
    return """
        # Methods

        Each is a preset: `dyad train PRESET`, with `--set` over it. *Heads* are those of the main network beside the projection; *loss learns*
        names parameters of the loss; *views* counts them by size; *knows* are targets that pairs, loss or procedure ask for; a dash stands where
        nothing can be assembled without data of the user's. *Vectors* are the
        reference vectors whose value and gradients the parts reproduce. *Small check* is a figure of the frozen representation, mean and standard deviation
        over seeds, of one sweep over all methods of a plugin (`dyad sweep FILE`); [benchmarks.md](benchmarks.md) has all
        figures and the rules. This page is written by `dyad plugins methods`; do not edit it.
        """
        + byPlugin.entrySet().stream()
            .map(plugin -> section(plugin.getKey(), plugin.getValue()))
            .collect(joining());
  }

  private String section(String plugin, List<Method> methods) {
    List<List<String>> rows = new ArrayList<>(List.of(HEADING));
    methods.forEach(method -> rows.add(row(method)));
    String check = String.join(", ", results.smallChecks(methods));
    return "\n## %s\n\n".formatted(plugin)
        + (check.isEmpty() ? "" : "Small check: %s.\n\n".formatted(check))
        + AlignedTable.of(rows);
  }

  private List<String> row(Method method) {
    List<String> row = new ArrayList<>(List.of(method.about().title(), "`" + method.name() + "`"));
    row.addAll(inventory(method).map(MethodsPage::parts).orElse(UNKNOWN));
    row.add(results.vectors(method));
    row.add(results.smallCheck(method));
    row.add(method.about().paper());
    return row;
  }

  private static List<String> parts(Inventory parts) {
    Set<String> heads = new TreeSet<>(parts.heads());
    heads.remove(PROJECTION);
    if (heads.remove(PREDICTION)) {
      heads.add("predictor");
    }
    return List.of(
        parts.twin() ? "yes" : "",
        String.join(", ", heads),
        String.join(", ", parts.banks()),
        String.join(", ", parts.learned()),
        views(parts.views()),
        String.join(", ", parts.targets()));
  }

  private Optional<Inventory> inventory(Method method) {
    LoadedExperiment loaded;
    try {
      loaded = ExperimentFile.load(method.name(), List.of("device=cpu"), plugins);
    } catch (ConfigurationException incomplete) {
      if (String.valueOf(incomplete.getMessage()).contains("data.path is missing")) {
        return Optional.empty();
      }
      throw incomplete;
    }
    try (Session session = Session.open(plugins, loaded)) {
      return Optional.of(Inventory.of(session.assembly()));
    }
  }

  private static String views(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(joining(" + "));
  }
}
