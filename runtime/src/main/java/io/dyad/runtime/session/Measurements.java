package io.dyad.runtime.session;

import io.dyad.api.Metric;
import io.dyad.runtime.evaluation.RawInput;
import io.dyad.runtime.evaluation.Subject;
import io.dyad.runtime.options.OptionValues;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.Evaluations;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
