package io.dyad.runtime.sweep;

import io.dyad.runtime.run.Summary;
import io.dyad.runtime.sweep.SweepTable.Baseline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Figures without training. Runs on the same data and with the same encoder have them in common to
 * the last digit, seed by seed, and share a row.
 */
final class SharedBaselines {
  private record Shared(Set<String> runs, Map<Long, Map<String, Double>> bySeed) {
    boolean accepts(Map<Long, Map<String, Double>> others) {
      return others.keySet().stream().anyMatch(bySeed::containsKey)
          && others.entrySet().stream()
              .allMatch(
                  other ->
                      other
                          .getValue()
                          .equals(bySeed.getOrDefault(other.getKey(), other.getValue())));
    }

    void add(String run, Map<Long, Map<String, Double>> others) {
      runs.add(run);
      bySeed.putAll(others);
    }
  }

  private final String subject;
  private final Function<Summary.Metrics, Map<String, Double>> figures;
  private final List<Shared> shared = new ArrayList<>();

  SharedBaselines(String subject, Function<Summary.Metrics, Map<String, Double>> figures) {
    this.subject = subject;
    this.figures = figures;
  }

  /**
   * Adds a run.
   *
   * @param columns the figures that count; none: all
   */
  void add(String run, List<Summary> summaries, List<String> columns) {
    Map<Long, Map<String, Double>> bySeed = new LinkedHashMap<>();
    for (Summary summary : summaries) {
      Map<String, Double> own = new TreeMap<>(figures.apply(summary.metrics()));
      if (!columns.isEmpty()) {
        own.keySet().retainAll(columns);
      }
      bySeed.put(summary.seed(), own);
    }
    if (bySeed.isEmpty()) {
      return;
    }
    shared.stream()
        .filter(group -> group.accepts(bySeed))
        .findFirst()
        .orElseGet(this::another)
        .add(run, bySeed);
  }

  /** Returns a row for all runs, or several with the runs they are for. */
  List<Baseline> rows() {
    return shared.stream()
        .map(
            group ->
                new Baseline(
                    subject,
                    shared.size() == 1 ? List.of() : List.copyOf(group.runs()),
                    Figure.byName(List.copyOf(group.bySeed().values()))))
        .toList();
  }

  private Shared another() {
    Shared group = new Shared(new LinkedHashSet<>(), new LinkedHashMap<>());
    shared.add(group);
    return group;
  }
}
