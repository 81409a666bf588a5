package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.Stage;
import io.dyad.runtime.experiment.Schedule;
import io.dyad.runtime.experiment.TwinOptions;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.training.optimizer.MovingAverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs single steps: the batch's views, the procedure, then twins, banks and hooks. */
final class Trainer implements AutoCloseable {
  private final Assembly assembly;
  private final NDManager manager;
  private final Map<String, ParameterUpdate> updates = new LinkedHashMap<>();
  private final Map<String, NDArray> published = new LinkedHashMap<>();
  private LearningRate learningRate;
  private Stage stage;
  private long stageStart;
  private final MovingAverage average;
  private final TrainingState state;
  private final Snapshots snapshots;
  private final Function<String, List<Metric>> evaluators;
  private Optional<EncodedViews> last = Optional.empty();

  Trainer(Assembly assembly, Kernels kernels, Function<String, List<Metric>> evaluators) {
    this.assembly = assembly;
    this.evaluators = evaluators;
    manager = assembly.manager().newSubManager();
    var experiment = assembly.experiment();
    experiment
        .phases()
        .forEach(
            (name, options) ->
                updates.put(
                    name,
                    new ParameterUpdate(
                        name, options, experiment.train(), assembly, kernels, manager)));
    stage = assembly.procedure().component().first();
    learningRate = schedule(totalSteps());
    average = new MovingAverage(kernels);
    state = new TrainingState(assembly, updates, published);
    snapshots = new Snapshots(state, assembly.parameters(), manager.newSubManager());
  }

  /** Begins a stage of so many steps; its schedule starts anew or goes on with that of the run. */
  void begin(Stage newStage, long atStep, long steps) {
    stage = newStage;
    boolean restarts = newStage.restarts();
    stageStart = restarts ? atStep : 0;
    learningRate = schedule(restarts ? steps : totalSteps());
  }

  private LearningRate schedule(long steps) {
    return LearningRate.of(
        assembly.experiment().train().schedule(), assembly.data().batches(Data.TRAIN, 0), steps);
  }

  private long totalSteps() {
    return assembly.data().batches(Data.TRAIN, 0) * assembly.experiment().train().epochs();
  }

  /** Runs one step on a batch and returns its figures. */
  Map<String, Double> step(Batch batch, Progress progress, boolean reported) {
    try (NDScope scope = new NDScope();
        NDManager own = assembly.manager().newSubManager()) {
      scope.suppressNotUsedWarning();
      Frame frame = assembly.frame(own, Mode.TRAIN, progress, published);
      TrainingStep step = new TrainingStep(this, frame, reported);
      try (GradientMode ignored = GradientMode.disabled()) {
        assembly.parts().forEach(part -> part.component().beforeStep(frame.step(part.path())));
      }
      assembly.procedure().component().step(batch, step);
      try (GradientMode ignored = GradientMode.disabled()) {
        followTwins(progress);
        fillBanks();
        assembly.parts().forEach(part -> part.component().afterStep(frame.step(part.path())));
      }
      step.values().put("learning-rate", learningRate(progress));
      last = Optional.empty();
      return step.values();
    }
  }

  private void followTwins(Progress progress) {
    for (TrainedNetwork network : assembly.networks().values()) {
      network
          .options()
          .twin()
          .ifPresent(
              options ->
                  average.follow(
                      new NDList(network.twinParameters().values()),
                      new NDList(network.parameters().values()),
                      momentum(options, progress)));
    }
  }

  /**
   * Constant, or rising from the configured momentum to 1 along half a cosine (BYOL, section 3).
   */
  private static double momentum(TwinOptions options, Progress progress) {
    if (options.schedule() == Schedule.CONSTANT) {
      return options.momentum();
    }
    double wave = 0.5 * (1 + Math.cos(Math.PI * progress.fraction()));
    return 1 - (1 - options.momentum()) * wave;
  }

  private void fillBanks() {
    last.ifPresent(
        encoded -> assembly.banks().forEach(bank -> bank.push(encoded.get(bank.source()))));
  }

  /** Remembers the last encoded batch of the step, from which banks are filled. */
  void remember(EncodedViews encoded) {
    last = Optional.of(encoded);
  }

  Assembly assembly() {
    return assembly;
  }

  Stage stage() {
    return stage;
  }

  ParameterUpdate update(String phase) {
    ParameterUpdate update = updates.get(phase);
    if (update == null) {
      throw new ConfigurationException(
          "the procedure asks for the phase \"%s\"; add phases.%s { terms = [...], trains = [...] } (there is %s)"
              .formatted(phase, phase, updates.keySet()));
    }
    return update;
  }

  double learningRateFactor(Progress progress) {
    return learningRate.factor(progress.step() - stageStart);
  }

  private double learningRate(Progress progress) {
    return learningRateFactor(progress) * assembly.experiment().train().optimizer().learningRate();
  }

  void applyMasks() {
    snapshots.apply();
  }

  Snapshots snapshots() {
    return snapshots;
  }

  TrainingState state() {
    return state;
  }

  Map<String, NDArray> published() {
    return published;
  }

  List<Metric> evaluate(String evaluator) {
    return evaluators.apply(evaluator);
  }

  @Override
  public void close() {
    snapshots.close();
    manager.close();
  }
}
