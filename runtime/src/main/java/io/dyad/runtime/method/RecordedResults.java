package io.dyad.runtime.method;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.dyad.api.PluginException;
import io.dyad.runtime.run.Json;
import io.dyad.runtime.sweep.Figure;
import io.dyad.runtime.sweep.MarkdownTable;
import io.dyad.runtime.sweep.SweepTable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the builders of plugins recorded of their methods, shipped in the jars. */
public final class RecordedResults {
  /** Where the tallies of reference vectors are. */
  public static final String VECTORS = "results/vectors.json";

  /** Where the table of the sweep over all methods is. */
  public static final String SMALL_CHECK = "results/small-check.json";

  private final Map<String, RecordedVectors.Tally> vectors = new TreeMap<>();
  private final Map<String, SmallCheck> checks = new LinkedHashMap<>();

  /**
   * What the sweep over all methods of a plugin found of one.
   *
   * @param sweep its name
   * @param figure by which methods are compared there
   * @param row of the method
   */
  private record SmallCheck(String sweep, String figure, SweepTable.Row row) {
    /** Returns {@code 0.552 ± 0.010}, with the rules that are not kept. */
    String text() {
      Figure found = row.figures().get(figure);
      String broken =
          row.expectations().stream()
              .filter(judgement -> !judgement.passed())
              .map(judgement -> judgement.figure() + " " + judgement.rule())
              .collect(joining("; "));
      String value = found == null ? "failed" : MarkdownTable.cell(found, 3);
      return broken.isEmpty() ? value : value + ", not " + broken;
    }
  }

  private RecordedResults() {}

  /** Reads the results of all jars. */
  public static RecordedResults of(ClassLoader... loaders) {
    RecordedResults results = new RecordedResults();
    for (ClassLoader loader : loaders) {
      read(
          loader,
          VECTORS,
          RecordedVectors.class,
          recorded -> results.vectors.putAll(recorded.methods()));
      read(loader, SMALL_CHECK, SweepTable.class, results::add);
    }
    return results;
  }

  private void add(SweepTable table) {
    String figure = table.columns().isEmpty() ? "" : table.columns().get(0);
    table.rows().forEach(row -> checks.put(row.run(), new SmallCheck(table.name(), figure, row)));
  }

  /** Returns the tallies by folder. */
  public Map<String, RecordedVectors.Tally> vectors() {
    return Collections.unmodifiableMap(vectors);
  }

  /** Returns {@code 4/4}, of all vectors that a method names; empty if it names none. */
  public String vectors(Method method) {
    List<String> named = method.about().vectors();
    if (named.isEmpty()) {
      return "";
    }
    return named.stream()
        .map(vectors::get)
        .filter(Objects::nonNull)
        .reduce(RecordedVectors.Tally::plus)
        .map(tally -> tally.passed() + "/" + tally.cases())
        .orElse("not recorded");
  }

  /** Returns {@code 0.552 ± 0.010}, with the rules that are not kept; empty if it was not run. */
  public String smallCheck(Method method) {
    return Optional.ofNullable(checks.get(method.name())).map(SmallCheck::text).orElse("");
  }

  /** Returns {@code FIGURE of SWEEP} for each sweep that has some of the methods. */
  List<String> smallChecks(List<Method> methods) {
    return methods.stream()
        .map(method -> checks.get(method.name()))
        .filter(Objects::nonNull)
        .map(check -> "`%s` of `examples/%s.conf`".formatted(check.figure(), check.sweep()))
        .distinct()
        .toList();
  }

  private static <T> void read(
      ClassLoader loader, String resource, Class<T> type, Consumer<T> taker) {
    try {
      for (URL found : Collections.list(loader.getResources(resource))) {
        try (InputStream stream = found.openStream()) {
          taker.accept(
              Json.parse(found.toString(), new String(stream.readAllBytes(), UTF_8), type));
        }
      }
    } catch (IOException e) {
      throw new PluginException(resource + " cannot be read: " + e.getMessage(), e);
    }
  }
}
