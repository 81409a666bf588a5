package io.dyad.runtime.sweep;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.dyad.runtime.run.Summary;
import io.dyad.runtime.sweep.SweepTable.Baseline;
import io.dyad.runtime.sweep.SweepTable.Failure;
import io.dyad.runtime.sweep.SweepTable.Judgement;
import io.dyad.runtime.sweep.SweepTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes a table of outcomes. */
public final class Tabulation {
  private static final String INPUT = "input";
  private static final String UNTRAINED = "untrained";

  private record Condition(String run, Map<String, String> varied) {}

  private final SweepPlan plan;
  private final Map<Condition, List<RunOutcome>> rows;
  private final Map<Condition, Map<String, Figure>> learned = new LinkedHashMap<>();

  private Tabulation(SweepPlan plan, List<RunOutcome> outcomes) {
    this.plan = plan;
    this.rows =
        outcomes.stream()
            .collect(
                groupingBy(
                    outcome -> new Condition(outcome.trial().run(), outcome.trial().varied()),
                    LinkedHashMap::new,
                    toList()));
    rows.forEach(
        (condition, runs) -> {
          Map<String, Figure> figures = figures(runs, Summary.Metrics::learned);
          List<Double> seconds = summaries(runs).stream().map(Summary::seconds).toList();
          if (!seconds.isEmpty()) {
            figures.put(SweepFigures.SECONDS, Figure.of(seconds));
          }
          learned.put(condition, figures);
        });
  }

  /** Returns the table of a plan whose runs ended so. */
  public static SweepTable of(SweepPlan plan, List<RunOutcome> outcomes) {
    return new Tabulation(plan, outcomes).table();
  }

  private SweepTable table() {
    List<Baseline> baselines = new ArrayList<>(baselines(INPUT));
    baselines.addAll(baselines(UNTRAINED));
    return new SweepTable(
        plan.name(),
        columns(),
        baselines,
        rows.entrySet().stream().map(row -> row(row.getKey(), row.getValue())).toList());
  }

  private List<String> columns() {
    if (!plan.columns().isEmpty()) {
      return plan.columns();
    }
    Set<String> found = new LinkedHashSet<>();
    learned.values().forEach(figures -> found.addAll(figures.keySet()));
    found.remove(SweepFigures.SECONDS);
    return List.copyOf(found);
  }

  private Row row(Condition condition, List<RunOutcome> runs) {
    return new Row(
        condition.run(),
        condition.varied(),
        runs.stream()
            .filter(run -> run.summary().isPresent())
            .map(run -> run.trial().seed())
            .toList(),
        runs.size(),
        learned.getOrDefault(condition, Map.of()),
        judgements(condition),
        runs.stream()
            .filter(RunOutcome::hasFailed)
            .map(run -> new Failure(run.trial().id(), run.exitCode(), run.message()))
            .toList());
  }

  private List<Baseline> baselines(String subject) {
    SharedBaselines baselines = new SharedBaselines(subject, of(subject));
    rows.forEach(
        (condition, runs) -> baselines.add(condition.run(), summaries(runs), plan.columns()));
    return baselines.rows();
  }

  private static Function<Summary.Metrics, Map<String, Double>> of(String subject) {
    return subject.equals(INPUT) ? Summary.Metrics::input : Summary.Metrics::untrained;
  }

  private List<Judgement> judgements(Condition condition) {
    List<Judgement> judgements = new ArrayList<>();
    plan.expect()
        .getOrDefault(condition.run(), Map.of())
        .forEach(
            (figure, rules) ->
                rules.forEach(rule -> judgements.add(judgement(condition, figure, rule))));
    return judgements;
  }

  private Judgement judgement(Condition condition, String figure, String rule) {
    double value = mean(condition, figure);
    return new Judgement(
        figure, rule, value, Rule.parse(rule).holds(value, peers(condition, figure)));
  }

  private Rule.Peers peers(Condition condition, String figure) {
    return new Rule.Peers() {
      @Override
      public List<String> runs() {
        return rows.keySet().stream()
            .map(Condition::run)
            .filter(run -> !run.equals(condition.run()))
            .distinct()
            .toList();
      }

      @Override
      public double figure(String run) {
        List<RunOutcome> own = rows.getOrDefault(condition, List.of());
        return run.equals(INPUT) || run.equals(UNTRAINED)
            ? mean(figures(own, of(run)), figure)
            : mean(new Condition(run, condition.varied()), figure);
      }
    };
  }

  private double mean(Condition condition, String figure) {
    return mean(learned.getOrDefault(condition, Map.of()), figure);
  }

  private static double mean(Map<String, Figure> figures, String name) {
    Figure found = figures.get(name);
    return found == null ? Double.NaN : found.mean();
  }

  private static Map<String, Figure> figures(
      List<RunOutcome> runs, Function<Summary.Metrics, Map<String, Double>> subject) {
    return Figure.byName(
        summaries(runs).stream().map(summary -> subject.apply(summary.metrics())).toList());
  }

  private static List<Summary> summaries(List<RunOutcome> runs) {
    return runs.stream().flatMap(run -> run.summary().stream()).toList();
  }
}
