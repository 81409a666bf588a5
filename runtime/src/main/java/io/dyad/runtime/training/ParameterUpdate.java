package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Data;
import io.dyad.api.Kernels;
import io.dyad.runtime.experiment.Algorithm;
import io.dyad.runtime.experiment.OptimizerOptions;
import io.dyad.runtime.experiment.PhaseOptions;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.runtime.training.optimizer.Adam;
import io.dyad.runtime.training.optimizer.GradientSum;
import io.dyad.runtime.training.optimizer.Gradients;
import io.dyad.runtime.training.optimizer.Lars;
import io.dyad.runtime.training.optimizer.Optimizer;
import io.dyad.runtime.training.optimizer.Sgd;
import io.dyad.runtime.training.optimizer.StepRate;
import io.dyad.runtime.training.optimizer.Trained;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The terms of a phase and the optimiser of the parameters it trains. */
final class ParameterUpdate {
  private final List<Term> terms;
  private final Set<String> networks;
  private final Optimizer optimizer;
  private final Kernels kernels;
  private final NDArray halted;
  private final double learningRate;

  ParameterUpdate(
      String phase,
      PhaseOptions options,
      TrainOptions train,
      Assembly assembly,
      Kernels kernels,
      NDManager manager,
      NDArray halted) {
    this.kernels = kernels;
    this.halted = halted;
    terms = ParameterSelection.terms(phase, options, assembly.terms());
    List<Trained> trained =
        ParameterSelection.of(
            phase, options, train, assembly.parameters(), assembly.data().batches(Data.TRAIN, 0));
    networks =
        assembly.networks().values().stream()
            .filter(
                network ->
                    trained.stream().anyMatch(one -> network.parameters().containsKey(one.name())))
            .map(TrainedNetwork::name)
            .collect(Collectors.toUnmodifiableSet());
    trained.forEach(parameter -> parameter.array().setRequiresGradient(true));
    OptimizerOptions own = options.optimizer().orElse(train.optimizer());
    optimizer = optimizer(own, kernels, manager, trained, train.clipNorm());
    learningRate = own.learningRate(assembly.data().batch());
  }

  List<Term> terms() {
    return terms;
  }

  /** Returns the networks that move, at least in part. */
  Set<String> networks() {
    return networks;
  }

  /**
   * Moves the parameters down the gradient of a loss, and returns the gradients' norm; makes no
   * step if that is not finite. What was encoded in chunks is encoded again.
   *
   * @param factor of the schedule
   * @param step of the run, from 0
   */
  NDArray step(NDArray loss, EncodedViews encoded, double factor, long step) {
    List<ChunkedGroup> groups = encoded.chunked(networks);
    Gradients gradients =
        groups.isEmpty()
            ? Gradients.of(loss, halted)
            : new Gradients(loss, summed(loss, groups), halted);
    return optimizer.step(gradients, new StepRate(learningRate, factor, step));
  }

  private NDList summed(NDArray loss, List<ChunkedGroup> groups) {
    GradientSum sum = new GradientSum(kernels, optimizer);
    NDList leaves = new NDList();
    groups.forEach(group -> leaves.addAll(group.leaves()));
    NDList gradients = sum.add(loss, leaves);
    int from = 0;
    for (ChunkedGroup group : groups) {
      int to = from + group.leaves().size();
      group.feedBack(new NDList(gradients.subList(from, to)), sum);
      from = to;
    }
    return sum.sums();
  }

  /** Returns the learning rate where the schedule is at its highest. */
  double learningRate() {
    return learningRate;
  }

  /** Returns the moments by name. */
  Map<String, NDArray> state() {
    return optimizer.state();
  }

  private static Optimizer optimizer(
      OptimizerOptions options,
      Kernels kernels,
      NDManager manager,
      List<Trained> trained,
      double clipNorm) {
    return switch (options.algorithm()) {
      case ADAM, ADAMW ->
          new Adam(
              kernels,
              manager,
              trained,
              clipNorm,
              new Adam.Options(
                  options.beta1(),
                  options.beta2(),
                  options.epsilon(),
                  options.algorithm() == Algorithm.ADAMW));
      case SGD ->
          new Sgd(
              kernels,
              manager,
              trained,
              clipNorm,
              new Sgd.Options(options.momentum(), options.nesterov()));
      case LARS -> layerwise(Lars.Rule.LARS, options, kernels, manager, trained, clipNorm);
      case LARC ->
          layerwise(
              options.clip() ? Lars.Rule.CLIPPED_LARC : Lars.Rule.LARC,
              options,
              kernels,
              manager,
              trained,
              clipNorm);
    };
  }

  /** Decays of vectors are chosen by their groups before, so what is left of them acts. */
  private static Optimizer layerwise(
      Lars.Rule rule,
      OptimizerOptions options,
      Kernels kernels,
      NDManager manager,
      List<Trained> trained,
      double clipNorm) {
    return new Lars(
        kernels,
        manager,
        trained,
        clipNorm,
        new Lars.Options(
            options.momentum(),
            options.trust(),
            rule,
            options.epsilon(),
            options.scaleVectors(),
            true));
  }
}
