package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
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
import java.util.function.Function;

/** The training loop: stages of epochs of steps, as the procedure asks for them. */
public final class TrainingLoop implements AutoCloseable {
  private final Assembly assembly;
  private final Trainer trainer;
  private final TrainOptions options;
  private final CollapseMonitor collapse;
  private final TrainingListener listener;
  private final long stepsPerEpoch;
  private long step;

  /**
   * Prepares the loop.
   *
   * @param evaluators runs a configured evaluator by name
   */
  public TrainingLoop(
      Assembly assembly,
      Kernels kernels,
      Function<String, List<Metric>> evaluators,
      TrainingListener listener) {
    this.assembly = assembly;
    this.listener = listener;
    trainer = new Trainer(assembly, kernels, evaluators);
    collapse = new CollapseMonitor(kernels);
    options = assembly.experiment().train();
    stepsPerEpoch = assembly.data().batches(Data.TRAIN, 0);
  }

  /** Trains from the first step to the last. */
  public void run() {
    hook((part, frame) -> part.component().start(assembly.data(), frame.step(part.path())), 0);
    listener.onStart(progress(0));
    Procedure procedure = assembly.procedure().component();
    try (BatchLoader loader =
        new BatchLoader(
            assembly.data(),
            assembly.manager(),
            manager -> assembly.frame(manager, Mode.TRAIN, progress(0), Map.of()),
            options.loaders(),
            options.prefetch())) {
      Optional<Stage> stage = Optional.of(procedure.first());
      for (long epoch = 0; stage.isPresent(); ) {
        long length = stage.get().epochs().orElse(options.epochs());
        long end = epoch + length;
        trainer.begin(stage.get(), step, length * stepsPerEpoch);
        for (; epoch < end; epoch++) {
          epoch(loader, epoch);
        }
        stage = next(procedure, stage.get(), epoch);
      }
    }
    listener.onCheckpoint(progress(options.epochs()), state());
  }

  private void epoch(BatchLoader loader, long epoch) {
    hook((part, frame) -> part.component().onEpochStart(epochFrame(part, frame)), epoch);
    loader.start(epoch, 0);
    while (loader.hasNext()) {
      try (BatchLoader.Loaded loaded = loader.next()) {
        Progress progress = progress(epoch);
        boolean reported = step % assembly.experiment().monitors().logEverySteps() == 0;
        Map<String, Double> values = trainer.step(loaded.batch(), progress, reported);
        listener.onStep(progress, loaded.batch().size());
        if (reported) {
          listener.onFigures(new StepReport(progress, values, loaded.batch().size()));
        }
        step++;
      }
    }
    hook((part, frame) -> part.component().onEpochEnd(epochFrame(part, frame)), epoch);
    watch(epoch);
    if (due(assembly.experiment().checkpoint().everyEpochs(), epoch)) {
      listener.onCheckpoint(progress(epoch + 1), state());
    }
  }

  private void watch(long epoch) {
    try (NDScope scope = new NDScope();
        NDManager own = assembly.manager().newSubManager();
        GradientMode ignored = GradientMode.disabled()) {
      scope.suppressNotUsedWarning();
      Frame frame = assembly.frame(own, Mode.EVALUATE, progress(epoch), Map.of());
      Map<String, Double> figures =
          collapse.figures(MonitoredRows.representations(assembly, frame));
      listener.onEpoch(progress(epoch), figures);
      if (assembly.experiment().monitors().collapse()) {
        collapse.check(figures, epoch);
      }
    }
  }

  private Optional<Stage> next(Procedure procedure, Stage finished, long epoch) {
    try (NDManager own = assembly.manager().newSubManager()) {
      Frame frame = assembly.frame(own, Mode.TRAIN, progress(epoch), trainer.published());
      return procedure.next(finished, new TrainingStep(trainer, frame, false));
    }
  }

  private void hook(BiConsumer<Part<?>, Frame> call, long epoch) {
    try (NDManager own = assembly.manager().newSubManager();
        GradientMode ignored = GradientMode.disabled()) {
      Frame frame = assembly.frame(own, Mode.EVALUATE, progress(epoch), trainer.published());
      assembly.parts().forEach(part -> call.accept(part, frame));
    }
  }

  private EpochFrame epochFrame(Part<?> part, Frame frame) {
    return new EpochFrame(frame.step(part.path()), assembly, trainer.published());
  }

  private Progress progress(long epoch) {
    return Progress.of(epoch, options.epochs(), step, stepsPerEpoch * options.epochs());
  }

  private static boolean due(int every, long epoch) {
    return every > 0 && (epoch + 1) % every == 0;
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
