package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Data;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import io.dyad.api.Mode;
import io.dyad.api.Procedure;
import io.dyad.api.Progress;
import io.dyad.api.Stage;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.runtime.kernel.GradientMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** The training loop: stages of epochs of steps, as the procedure asks for them. */
public final class TrainingLoop implements AutoCloseable {
  private final Assembly assembly;
  private final Trainer trainer;
  private final TrainOptions options;
  private final CollapseMonitor collapse;
  private final SimilarityMonitor similarity;
  private final TrainingListener listener;
  private final BooleanSupplier stop;
  private final long stepsPerEpoch;
  private volatile TrainingPosition position;

  /**
   * Prepares the loop.
   *
   * @param evaluators runs a configured evaluator by name
   * @param stop is asked after each step whether to save and stop there
   */
  public TrainingLoop(
      Assembly assembly,
      Kernels kernels,
      Function<String, List<Metric>> evaluators,
      TrainingListener listener,
      BooleanSupplier stop) {
    this.assembly = assembly;
    this.listener = listener;
    this.stop = stop;
    trainer = new Trainer(assembly, kernels, evaluators);
    collapse = new CollapseMonitor(kernels);
    similarity = new SimilarityMonitor(kernels);
    options = assembly.experiment().train();
    stepsPerEpoch = assembly.data().batches(Data.TRAIN, 0);
    position = TrainingPosition.start(assembly.procedure().component().first());
  }

  /**
   * Trains from where it stands to the last step, or until it is asked to stop, when it saves.
   *
   * @return whether training is done
   */
  public boolean run() {
    Procedure procedure = assembly.procedure().component();
    listener.onStart(progress());
    try (BatchLoader loader =
        new BatchLoader(
            assembly.data(),
            assembly.manager(),
            (owner, epoch, index) ->
                assembly.frames().at(owner, Mode.TRAIN, progress(epoch, index), Map.of()),
            options.loaders(),
            options.prefetch())) {
      Optional<Stage> stage = Optional.of(position.stage());
      while (stage.isPresent()) {
        trainer.begin(
            position.stage(), position.stageStep(), length(position.stage()) * stepsPerEpoch);
        while (position.epoch() < end()) {
          if (!epoch(loader)) {
            return false;
          }
        }
        stage = next(procedure);
        stage.ifPresent(following -> position = position.begin(following));
      }
    }
    if (!due(position.epoch())) {
      listener.onCheckpoint(position, state());
    }
    return true;
  }

  /**
   * Goes on where another run of the experiment stood.
   *
   * @param saved the arrays of its state at that position
   * @return as {@link #run}
   */
  public boolean resume(TrainingPosition from, Map<String, NDArray> saved) {
    position = from;
    state().restore(saved);
    return run();
  }

  /** Runs the rest of an epoch; returns false if it was stopped. */
  private boolean epoch(BatchLoader loader) {
    if (position.batch() == 0) {
      hook((part, frame) -> part.component().onEpochStart(epochFrame(part, frame)));
    }
    loader.start(position.epoch(), position.batch());
    while (loader.hasNext()) {
      try (BatchLoader.Loaded loaded = loader.next()) {
        Progress progress = progress();
        int samples = loaded.batch().size();
        boolean reported = position.step() % assembly.experiment().monitors().logEverySteps() == 0;
        Map<String, Double> values = trainer.step(loaded.batch(), progress, reported);
        position = position.afterStep();
        listener.onStep(progress, samples);
        if (reported) {
          listener.onFigures(new StepReport(progress, values, samples));
        }
      }
      boolean stopped = stop.getAsBoolean();
      if (stopped || dueWithinEpoch()) {
        listener.onCheckpoint(position, state());
      }
      if (stopped) {
        return false;
      }
    }
    hook((part, frame) -> part.component().onEpochEnd(epochFrame(part, frame)));
    compareViews();
    watch();
    position = position.afterEpoch();
    if (due(position.epoch())) {
      listener.onCheckpoint(position, state());
    }
    return true;
  }

  private void compareViews() {
    if (SimilarityMonitor.due(position.epoch(), end())) {
      try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
          GradientMode ignored = GradientMode.disabled()) {
        Frame frame = assembly.frames().at(memory.manager(), Mode.EVALUATE, progress(), Map.of());
        similarity
            .look(assembly, frame)
            .ifPresent(seen -> listener.onSimilarities(progress(), seen));
      }
    }
  }

  private void watch() {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
        GradientMode ignored = GradientMode.disabled()) {
      Frame frame = assembly.frames().at(memory.manager(), Mode.EVALUATE, progress(), Map.of());
      NDArray rows = MonitoredRows.representations(assembly, frame);
      Map<String, Double> figures = collapse.figures(rows);
      listener.onEpoch(progress(), figures);
      if (assembly.experiment().monitors().collapse() && rows.getShape().get(0) > 1) {
        collapse.check(figures, position.epoch());
      }
    }
  }

  private Optional<Stage> next(Procedure procedure) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager())) {
      Frame frame =
          assembly
              .frames()
              .at(memory.manager(), Mode.TRAIN, progress(), trainer.published().values());
      return procedure.next(position.stage(), new TrainingStep(trainer, frame, false));
    }
  }

  private void hook(BiConsumer<Part<?>, Frame> call) {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager());
        GradientMode ignored = GradientMode.disabled()) {
      Frame frame =
          assembly
              .frames()
              .at(memory.manager(), Mode.EVALUATE, progress(), trainer.published().values());
      assembly.parts().forEach(part -> call.accept(part, frame));
    }
  }

  private EpochFrame epochFrame(Part<?> part, Frame frame) {
    return new EpochFrame(frame.step(part.path()), assembly, trainer.published());
  }

  private long length(Stage stage) {
    return stage.epochs().orElse(options.epochs());
  }

  /** The epoch in which the stage ends. */
  private long end() {
    return position.stageEpoch() + length(position.stage());
  }

  private Progress progress() {
    return progress(position.epoch(), position.batch());
  }

  /** A procedure that asks for more epochs than are configured moves the end as it goes. */
  private Progress progress(long epoch, long batch) {
    TrainingPosition now = position;
    long epochs = Math.max(options.epochs(), now.stageEpoch() + length(now.stage()));
    long step = now.step() - now.batch() + batch;
    return Progress.of(epoch, epochs, step, stepsPerEpoch * epochs);
  }

  private boolean dueWithinEpoch() {
    long every = assembly.experiment().checkpoint().everySteps();
    return every > 0 && position.step() % every == 0;
  }

  private boolean due(long epochsDone) {
    int every = assembly.experiment().checkpoint().everyEpochs();
    return every > 0 && epochsDone > 0 && epochsDone % every == 0;
  }

  /** Returns everything that changes during training. */
  public TrainingState state() {
    return trainer.state();
  }

  @Override
  public void close() {
    trainer.close();
  }
}
