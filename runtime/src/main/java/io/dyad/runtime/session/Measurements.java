package io.dyad.runtime.session;

import io.dyad.api.ConfigurationException;
import io.dyad.api.Metric;
import io.dyad.runtime.evaluation.RawInput;
import io.dyad.runtime.evaluation.Subject;
import io.dyad.runtime.options.Nearest;
import io.dyad.runtime.options.OptionValues;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.runtime.run.Score;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.Evaluations;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the evaluators on the raw input and on the network, and says by what protocol. */
public final class Measurements {
  private final Assembly assembly;
  private final Evaluations evaluations;
  private final Map<String, List<Metric>> meanings = new LinkedHashMap<>();

  /** Creates measurements of an experiment. */
  @Inject
  public Measurements(Assembly assembly) {
    this.assembly = assembly;
    this.evaluations = new Evaluations(assembly);
  }

  /** Returns the figures of the raw input by {@code EVALUATOR.METRIC}. */
  public Map<String, Double> input() {
    return figures(new RawInput());
  }

  /** Returns the figures of the network as it is now by {@code EVALUATOR.METRIC}. */
  public Map<String, Double> network() {
    return figures(evaluations.network());
  }

  /** Returns the figures of one evaluator on the network as it is now. */
  public List<Metric> network(String evaluator) {
    return evaluations.one(evaluator);
  }

  private Map<String, Double> figures(Subject subject) {
    Map<String, Double> values = new LinkedHashMap<>();
    meanings.clear();
    evaluations
        .all(subject)
        .forEach(
            (evaluator, metrics) -> {
              meanings.put(evaluator, metrics);
              metrics.forEach(
                  metric -> values.put(evaluator + "." + metric.name(), metric.value()));
            });
    return values;
  }

  /**
   * Returns one of the last figures, by {@code EVALUATOR.METRIC}, to compare checkpoints by; empty
   * if it is no finite number.
   *
   * @throws ConfigurationException if there is no such figure; the message lists them
   */
  public Optional<Score> score(String name) {
    int dot = name.lastIndexOf('.');
    List<Metric> metrics = meanings.getOrDefault(name.substring(0, dot), List.of());
    Metric found =
        metrics.stream()
            .filter(metric -> metric.name().equals(name.substring(dot + 1)))
            .findFirst()
            .orElseThrow(() -> unknown(name, metrics));
    return Double.isFinite(found.value())
        ? Optional.of(new Score(name, found.value(), found.higherIsBetter()))
        : Optional.empty();
  }

  private static ConfigurationException unknown(String name, List<Metric> metrics) {
    List<String> known = metrics.stream().map(Metric::name).toList();
    String metric = name.substring(name.lastIndexOf('.') + 1);
    return new ConfigurationException(
        "checkpoint.keep-best.metric = %s: the evaluator has no metric \"%s\"%s (there is %s)"
            .formatted(name, metric, Nearest.question(metric, known), known));
  }

  /** Returns how the last figures were measured, by evaluator. */
  public Map<String, Summary.Protocol> protocol() {
    Map<String, Summary.Protocol> protocol = new LinkedHashMap<>();
    assembly
        .experiment()
        .evaluate()
        .evaluators()
        .forEach(
            (evaluator, spec) ->
                protocol.put(
                    evaluator,
                    Summary.Protocol.of(
                        spec.provider(),
                        OptionValues.of(ResolvedSpec.of(spec).options()),
                        meanings.getOrDefault(evaluator, List.of()))));
    return protocol;
  }
}
