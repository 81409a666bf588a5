package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.Stage;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs single steps: the procedure, then banks, twins and hooks. */
final class Trainer implements AutoCloseable {
  private final Assembly assembly;
  private final NDManager manager;
  private final Map<String, ParameterUpdate> updates = new LinkedHashMap<>();
  private final PublishedValues published;
  private final NumericWatch watch;
  private final TwinUpdates twins;
  private final TrainingState state;
  private final Function<String, List<Metric>> evaluators;
  private final Distributions distributions;
  private LearningRate learningRate;
  private Stage stage;
  private long scheduleStart;

  /**
   * Creates the trainer.
   *
   * @param evaluators runs a configured evaluator by name
   * @param readEvery how many steps apart losses are read from the device at least, to see whether
   *     they are numbers; 1: those of each step
   */
  Trainer(
      Assembly assembly,
      Kernels kernels,
      Function<String, List<Metric>> evaluators,
      long readEvery) {
    this.assembly = assembly;
    this.evaluators = evaluators;
    manager = assembly.manager().newSubManager();
    watch = new NumericWatch(manager, readEvery);
    published = new PublishedValues(manager);
    Experiment experiment = assembly.experiment();
    experiment
        .phases()
        .forEach(
            (name, options) ->
                updates.put(
                    name,
                    new ParameterUpdate(
                        name,
                        options,
                        experiment.train(),
                        assembly,
                        kernels,
                        manager,
                        watch.halted())));
    distributions = new Distributions(kernels);
    twins = new TwinUpdates(assembly.networks().values(), kernels);
    state = new TrainingState(assembly, updates, published, manager);
    stage = assembly.procedure().component().first();
    learningRate = schedule(totalSteps());
  }

  /** Begins a stage of so many steps; its schedule starts anew or goes on with that of the run. */
  void begin(Stage newStage, long firstStep, long steps) {
    stage = newStage;
    scheduleStart = newStage.restarts() ? firstStep : 0;
    learningRate = schedule(newStage.restarts() ? steps : totalSteps());
  }

  private LearningRate schedule(long steps) {
    return new LearningRate(
        assembly.experiment().train().schedule(), assembly.data().batches(Data.TRAIN, 0), steps);
  }

  private long totalSteps() {
    return assembly.data().batches(Data.TRAIN, 0) * assembly.experiment().train().epochs();
  }

  /** Runs one step on a batch and returns what it reports. */
  StepReport step(Batch batch, Progress progress, boolean reported) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager())) {
      Frame frame =
          assembly.frames().at(memory.manager(), Mode.TRAIN, progress, published.values());
      TrainingStep step = new TrainingStep(this, frame, reported);
      try (GradientMode ignored = GradientMode.disabled()) {
        for (Part<?> part : assembly.parts()) {
          part.component().beforeStep(frame.step(part.path()));
        }
      }
      assembly.procedure().component().step(batch, step);
      try (GradientMode ignored = GradientMode.disabled()) {
        step.fillBanks();
        twins.follow(progress);
        for (Part<?> part : assembly.parts()) {
          part.component().afterStep(frame.step(part.path()));
        }
      }
      return new StepReport(progress, step.values(), step.distributions(), batch.size());
    }
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

  NumericWatch watch() {
    return watch;
  }

  Distributions distributions() {
    return distributions;
  }

  double learningRateFactor(Progress progress) {
    return learningRate.factor(progress.step() - scheduleStart);
  }

  /** Returns whether figures of a step must say which phase they belong to. */
  boolean hasSeveralPhases() {
    return updates.size() > 1;
  }

  TrainingState state() {
    return state;
  }

  PublishedValues published() {
    return published;
  }

  List<Metric> evaluate(String evaluator) {
    return evaluators.apply(evaluator);
  }

  @Override
  public void close() {
    manager.close();
  }
}
