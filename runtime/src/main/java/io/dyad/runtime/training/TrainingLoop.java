package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Data;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import io.dyad.api.Mode;
import io.dyad.api.Progress;
import io.dyad.api.Stage;
import io.dyad.runtime.experiment.CheckpointOptions;
import io.dyad.runtime.experiment.TrainOptions;
import io.dyad.runtime.training.TrainingPosition.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The training loop: stages of epochs of steps, as the procedure asks for them. */
public final class TrainingLoop implements AutoCloseable {
  private final Assembly assembly;
  private final Trainer trainer;
  private final EpochBorder border;
  private final TrainOptions options;
  private final CheckpointOptions checkpoints;
  private final TrainingListener listener;
  private final StopRequest stop;
  private final long stepsPerEpoch;
  private volatile TrainingPosition position;
  private TrainingPosition saved;

  /**
   * Prepares the loop.
   *
   * @param evaluators runs a configured evaluator by name
   * @param stop looked at after each step and each epoch
   */
  public TrainingLoop(
      Assembly assembly,
      Kernels kernels,
      Function<String, List<Metric>> evaluators,
      TrainingListener listener,
      StopRequest stop) {
    this.assembly = assembly;
    this.listener = listener;
    this.stop = stop;
    boolean waits = assembly.manager().getDevice().isGpu();
    trainer = new Trainer(assembly, kernels, evaluators, waits ? Long.MAX_VALUE : 1);
    border = new EpochBorder(assembly, trainer.published(), kernels);
    options = assembly.experiment().train();
    checkpoints = assembly.experiment().checkpoint();
    stepsPerEpoch = assembly.data().batches(Data.TRAIN, 0);
    position = TrainingPosition.start(assembly.procedure().component().first());
    saved = position;
  }

  /**
   * Trains from where the run stands to the last step.
   *
   * @throws StoppedException if that was asked for; the run has been saved where it stopped
   */
  public void run() {
    if (position.point() == Point.FINISHED) {
      return;
    }
    listener.onStart(progress());
    try (BatchLoader loader =
        BatchLoader.of(
            assembly.data(),
            assembly.manager(),
            (owner, epoch, index) ->
                assembly.frames().at(owner, Mode.TRAIN, progress(epoch, index), Map.of()),
            assembly.data().loaders(),
            options.prefetch())) {
      stages(loader);
    } catch (StoppedException asked) {
      save();
      throw asked;
    }
    position = position.finished();
    save();
  }

  /**
   * Stands where another run of the experiment stood, to go on from there.
   *
   * @param from its position
   * @param arrays those of its state at that position
   */
  public void restore(TrainingPosition from, Map<String, NDArray> arrays) {
    position = from;
    saved = from;
    state().restore(arrays);
  }

  private void stages(BatchLoader loader) {
    Optional<Stage> stage = Optional.of(position.stage());
    while (stage.isPresent()) {
      trainer.begin(
          position.stage(), position.stageStep(), length(position.stage()) * stepsPerEpoch);
      while (position.epoch() < end()) {
        epoch(loader);
      }
      stage = next();
      stage.ifPresent(following -> position = position.begin(following));
    }
  }

  private void epoch(BatchLoader loader) {
    if (position.point() == Point.STEPS) {
      if (position.batch() == 0) {
        border.start(progress());
      }
      steps(loader);
      trainer.watch().read();
      border.end(progress());
      position = position.afterSteps();
    }
    border.figures(progress(), end(), listener);
    position = position.afterEpoch();
    if (checkpoints.isDueAfterEpoch(position.epoch())
        || checkpoints.isDueAfterStep(position.step())) {
      save();
    }
    stop.check();
  }

  private void steps(BatchLoader loader) {
    loader.start(position.epoch(), position.batch());
    while (loader.hasNext()) {
      listener.onWait();
      try (BatchLoader.Loaded loaded = loader.next()) {
        listener.onBatch();
        Progress progress = progress();
        boolean reported = position.step() % assembly.experiment().monitors().logEverySteps() == 0;
        StepReport report = trainer.step(loaded.batch(), progress, reported);
        position = position.afterStep();
        listener.onStep(progress, report.samples());
        if (reported) {
          listener.onFigures(report);
        }
      }
      if (loader.hasNext() && checkpoints.isDueAfterStep(position.step())) {
        save();
      }
      stop.check();
    }
  }

  private Optional<Stage> next() {
    try (TemporaryArrays memory = new TemporaryArrays(assembly.manager())) {
      Frame frame =
          assembly
              .frames()
              .at(memory.manager(), Mode.TRAIN, progress(), trainer.published().values());
      return assembly
          .procedure()
          .component()
          .next(position.stage(), new TrainingStep(trainer, frame, false));
    }
  }

  private void save() {
    if (!position.equals(saved)) {
      trainer.watch().read();
      listener.onCheckpoint(position, state());
      saved = position;
    }
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

  /** Returns everything that changes during training. */
  public TrainingState state() {
    return trainer.state();
  }

  @Override
  public void close() {
    trainer.close();
  }
}
