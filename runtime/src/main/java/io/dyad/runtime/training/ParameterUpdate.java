package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Kernels;
import io.dyad.runtime.experiment.GroupOptions;
import io.dyad.runtime.experiment.OptimizerOptions;
import io.dyad.runtime.experiment.PhaseOptions;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.runtime.training.optimizer.AdamW;
import io.dyad.runtime.training.optimizer.Lars;
import io.dyad.runtime.training.optimizer.Optimizer;
import io.dyad.runtime.training.optimizer.Sgd;
import io.dyad.runtime.training.optimizer.Trained;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The terms of a phase and the optimiser of the parameters it trains. */
final class ParameterUpdate {
  private final List<Term> terms;
  private final Optimizer optimizer;
  private final double learningRate;

  ParameterUpdate(
      String phase,
      PhaseOptions options,
      TrainOptions train,
      Assembly assembly,
      Kernels kernels,
      NDManager manager) {
    terms =
        assembly.terms().stream()
            .filter(term -> options.terms().isEmpty() || options.terms().contains(term.name()))
            .toList();
    List<Trained> trained = trained(options, train, assembly.parameters());
    if (terms.isEmpty() || trained.isEmpty()) {
      throw new ConfigurationException(
          "phases.%s trains nothing: of the terms %s it has %d, of the parameters its patterns %s match %d"
              .formatted(
                  phase,
                  assembly.terms().stream().map(Term::name).toList(),
                  terms.size(),
                  options.trains(),
                  trained.size()));
    }
    trained.forEach(parameter -> parameter.array().setRequiresGradient(true));
    optimizer = optimizer(train.optimizer(), kernels, manager, trained, train.clipNorm());
    learningRate = train.optimizer().learningRate();
  }

  List<Term> terms() {
    return terms;
  }

  /** Moves the parameters down the gradient of a loss. */
  void step(NDArray loss, double factor) {
    optimizer.step(loss, learningRate * factor).close();
  }

  /** Returns the moments by name. */
  Map<String, NDArray> state() {
    return optimizer.state();
  }

  private static List<Trained> trained(
      PhaseOptions options, TrainOptions train, Map<String, NDArray> parameters) {
    List<NamePattern> patterns = options.trains().stream().map(NamePattern::of).toList();
    List<Trained> trained = new ArrayList<>();
    parameters.forEach(
        (name, array) -> {
          double factor = 1;
          double decay = train.optimizer().weightDecay();
          boolean frozen = false;
          for (Map.Entry<String, GroupOptions> group : train.groups().entrySet()) {
            if (NamePattern.of(group.getKey()).matches(name)) {
              factor *= group.getValue().learningRateFactor();
              decay = group.getValue().weightDecay().orElse(decay);
              frozen |= group.getValue().frozen();
            }
          }
          if (!frozen && patterns.stream().anyMatch(pattern -> pattern.matches(name))) {
            trained.add(new Trained(name, array, factor, decay));
          }
        });
    return trained;
  }

  private static Optimizer optimizer(
      OptimizerOptions options,
      Kernels kernels,
      NDManager manager,
      List<Trained> trained,
      double clipNorm) {
    return switch (options.algorithm()) {
      case ADAMW ->
          new AdamW(
              kernels,
              manager,
              trained,
              clipNorm,
              new AdamW.Options(options.beta1(), options.beta2(), options.epsilon()));
      case SGD ->
          new Sgd(
              kernels,
              manager,
              trained,
              clipNorm,
              new Sgd.Options(options.momentum(), options.nesterov()));
      case LARS ->
          new Lars(
              kernels,
              manager,
              trained,
              clipNorm,
              new Lars.Options(options.momentum(), options.trust()));
    };
  }
}
