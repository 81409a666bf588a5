package io.dyad.runtime.sweep;

import io.dyad.runtime.options.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the mean of a figure should be: in an interval ({@code [0.45, 1]}), or on one side of the
 * same figure of other runs ({@code > simclr}, {@code >= simclr + 8}, {@code > all but
 * supervised}).
 */
sealed interface Rule {
  /** The figures of other runs in the same conditions. */
  interface Peers {
    /** Returns the names of the other runs. */
    List<String> runs();

    /** Returns the figure of a run, or of {@code input} or {@code untrained}; NaN: none. */
    double figure(String run);
  }

  /** Returns whether a figure keeps the rule; NaN keeps none. */
  boolean holds(double figure, Peers peers);

  /** Returns the runs that the rule names. */
  List<String> names();

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException saying what a rule looks like
   */
  static Rule parse(String text) {
    String rule = text.strip();
    if (rule.startsWith("[") || rule.startsWith("(")) {
      return new Within(Interval.parse(rule));
    }
    Matcher matcher = Comparison.FORM.matcher(rule);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no rule such as \"[0.45, 1]\", \"> simclr\", \">= simclr + 8\" or \"> all but supervised\"");
    }
    return Comparison.of(matcher);
  }

  /**
   * An interval.
   *
   * @param interval of the figure
   */
  record Within(Interval interval) implements Rule {
    @Override
    public boolean holds(double figure, Peers peers) {
      return interval.contains(figure);
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }

  /**
   * A comparison.
   *
   * @param operator as written
   * @param run the other run; empty: all of them
   * @param exceptions not among all
   * @param offset added to the other figure
   */
  record Comparison(String operator, String run, List<String> exceptions, double offset)
      implements Rule {
    private static final Pattern FORM =
        Pattern.compile(
            "(>=|<=|>|<)\\s*(?:all(?:\\s+but\\s+(.+))?|(\\S+)(?:\\s+([+-])\\s+([0-9.]+))?)");

    private static Comparison of(Matcher matcher) {
      String but = matcher.group(2);
      String run = matcher.group(3);
      double size = matcher.group(5) == null ? 0 : Double.parseDouble(matcher.group(5));
      return new Comparison(
          matcher.group(1),
          run == null ? "" : run,
          but == null ? List.of() : List.of(but.split("\\s+")),
          "-".equals(matcher.group(4)) ? -size : size);
    }

    @Override
    public boolean holds(double figure, Peers peers) {
      List<String> others = new ArrayList<>(run.isEmpty() ? peers.runs() : List.of(run));
      others.removeAll(exceptions);
      return others.stream().allMatch(other -> compare(figure, peers.figure(other) + offset));
    }

    private boolean compare(double figure, double other) {
      return switch (operator) {
        case ">=" -> figure >= other;
        case "<=" -> figure <= other;
        case ">" -> figure > other;
        default -> figure < other;
      };
    }

    @Override
    public List<String> names() {
      return run.isEmpty() ? exceptions : List.of(run);
    }
  }
}
