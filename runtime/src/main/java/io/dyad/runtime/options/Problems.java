package io.dyad.runtime.options;

import static java.util.stream.Collectors.joining;

import io.dyad.api.ConfigurationException;
import io.dyad.api.PluginException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects mistakes, so that they can be shown together before any work starts. */
public final class Problems {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problems::hasNoLine)
          .thenComparing(Problems::file)
          .thenComparing(Problems::lineNumber);

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, List<String>> options = new LinkedHashMap<>();
  private boolean pluginBlamed;

  /** Adds a mistake. */
  public void add(String where, String message) {
    problems.add(new Problem(where, message));
  }

  /** Adds the mistakes of a part of the work that are not known yet. */
  public void addAll(Problems other) {
    other.problems.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
    options.putAll(other.options);
    pluginBlamed |= other.pluginBlamed;
  }

  /** Says that one of the mistakes is a plugin's. */
  void blamePlugin() {
    pluginBlamed = true;
  }

  /** Adds the names of the options of a part that a mistake is about; they end the message. */
  public void addOptions(String owner, List<String> names) {
    options.put(owner, List.copyOf(names));
  }

  /** Returns whether there is none. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Returns the mistakes in the order of files and lines. */
  public List<Problem> all() {
    return problems.stream().sorted(BY_PLACE).toList();
  }

  /**
   * Does nothing if there is no mistake.
   *
   * @throws ConfigurationException if there is one; its message lists them, a line each
   * @throws PluginException with the same message, if a plugin is to blame for one
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw pluginBlamed ? new PluginException(message()) : new ConfigurationException(message());
    }
  }

  private String message() {
    int width = problems.stream().mapToInt(problem -> problem.where().length()).max().orElse(0);
    String lines = all().stream().map(problem -> line(problem, width + 2)).collect(joining("\n"));
    String count = problems.size() + (problems.size() == 1 ? " problem" : " problems");
    String known =
        options.entrySet().stream()
            .map(
                entry ->
                    "Options of " + entry.getKey() + ": " + String.join(", ", entry.getValue()))
            .collect(joining("\n"));
    return (lines + "\n" + count + "; nothing was started. " + known).stripTrailing();
  }

  private static String line(Problem problem, int indent) {
    return problem.where()
        + " ".repeat(indent - problem.where().length())
        + problem.message().replace("\n", "\n" + " ".repeat(indent));
  }

  private static boolean hasNoLine(Problem problem) {
    return !problem.where().matches(".*:\\d+");
  }

  private static String file(Problem problem) {
    return problem.where().replaceFirst(":\\d+$", "");
  }

  private static int lineNumber(Problem problem) {
    return hasNoLine(problem)
        ? 0
        : Integer.parseInt(problem.where().substring(problem.where().lastIndexOf(':') + 1));
  }
}
