package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Context;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.runtime.evaluation.EvaluationRun;
import io.dyad.runtime.evaluation.SampleChunks;
import io.dyad.runtime.evaluation.Subject;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Points the configured evaluators at the network as it is now, or at another subject. */
public final class Evaluations {
  private final Assembly assembly;

  /** Creates them for an experiment. */
  public Evaluations(Assembly assembly) {
    this.assembly = assembly;
  }

  /** Returns the main network as it is now, as a subject. */
  public Subject network() {
    return assembly::network;
  }

  /** Returns the figures of all evaluators by the names of the evaluators. */
  public Map<String, List<Metric>> all(Subject subject) {
    return run(
        subject,
        run -> {
          Map<String, List<Metric>> figures = new LinkedHashMap<>();
          assembly
              .evaluators()
              .forEach((name, part) -> figures.put(name, part.component().evaluate(run)));
          return figures;
        });
  }

  /** Returns the figures of one evaluator on the network as it is now. */
  public List<Metric> one(String evaluator) {
    Part<Evaluator> part = assembly.evaluators().get(evaluator);
    if (part == null) {
      throw new ConfigurationException(
          "there is no evaluator \"%s\"; add evaluate.evaluators.%s (there is %s)"
              .formatted(evaluator, evaluator, assembly.evaluators().keySet()));
    }
    return run(network(), run -> part.component().evaluate(run));
  }

  /** Runs something on an evaluation of a subject, without gradients; its arrays die afterwards. */
  public <T> T run(Subject subject, Function<EvaluationRun, T> work) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
        GradientMode ignored = GradientMode.disabled()) {
      return work.apply(
          new EvaluationRun(assembly.data(), subject, this::context, memory.manager()));
    }
  }

  /** Returns the samples of the data, to be read in contexts of evaluation. */
  public SampleChunks samples() {
    return new SampleChunks(assembly.data(), this::context, assembly.manager());
  }

  /** Returns a context of evaluation whose arrays a manager owns. */
  public Context context(NDManager manager) {
    return assembly.frames().evaluation(manager).step("evaluate");
  }
}
