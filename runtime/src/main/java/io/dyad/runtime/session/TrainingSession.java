package io.dyad.runtime.session;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Kernels;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.CheckpointOptions;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.memory.ProcessMemory;
import io.dyad.runtime.run.Baselines;
import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.run.FanOut;
import io.dyad.runtime.run.JsonLinesSink;
import io.dyad.runtime.run.NewestGood;
import io.dyad.runtime.run.RunEnvironment;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.run.TensorBoardSink;
import io.dyad.runtime.run.WriterLock;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.TrainingLoop;
import io.dyad.toolkit.file.WriteFailure;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Trains an experiment: baselines, the loop, the outcome, all in a run folder. */
public final class TrainingSession {
  private final LoadedExperiment loaded;
  private final Assembly assembly;
  private final Kernels kernels;
  private final RunningEngine engine;
  private final Measurements measurements;

  /** Creates the session of a wired experiment. */
  @Inject
  public TrainingSession(
      LoadedExperiment loaded,
      Assembly assembly,
      Kernels kernels,
      RunningEngine engine,
      Measurements measurements) {
    this.loaded = loaded;
    this.assembly = assembly;
    this.kernels = kernels;
    this.engine = engine;
    this.measurements = measurements;
  }

  /** Creates the run folder, with configuration and environment in it. */
  public RunFolder prepare(Path runs, Clock clock) {
    RunFolder folder = RunFolder.create(runs, loaded.experiment().name(), clock);
    folder.writeConfig(loaded.text());
    folder.writeEnvironment(environment());
    return folder;
  }

  /** Warns where this process differs from the one that trained in the folder so far. */
  public void compare(RunFolder folder, Narrator narrator) {
    List<String> differences = folder.readEnvironment().differences(environment());
    if (!differences.isEmpty()) {
      narrator.say(
          "warning: numbers may differ in the last bits from those of a run never stopped:\n  "
              + String.join("\n  ", differences));
    }
  }

  private RunEnvironment environment() {
    return RunEnvironment.of(
        Engine.getInstance(),
        engine.deviceName(),
        engine.threads(),
        loaded.experiment().seed(),
        Path.of("").toAbsolutePath());
  }

  /**
   * Trains in a folder from its newest good checkpoint on, or from the beginning if it has none.
   *
   * @param stop is asked after each step whether to save and stop there
   * @return the summary that was also written into the folder, or nothing if training was stopped
   */
  public Optional<Summary> run(
      RunFolder folder, Clock clock, Narrator narrator, BooleanSupplier stop) {
    try (WriterLock lock = folder.lock()) {
      Optional<Checkpoint> from = newestGood(folder, narrator);
      Optional<SavedPosition> position = from.map(Checkpoint::state).map(SavedPosition::of);
      Baselines baselines = baselines(folder, narrator);
      long lines = position.map(SavedPosition::metricLines).orElse(0L);
      try (JsonLinesSink metrics = JsonLinesSink.resume(folder.metrics(), lines, clock);
          FanOut sink = new FanOut(List.of(metrics, events(folder, position, clock)))) {
        if (position.isEmpty()) {
          sink.scalars(0, evaluated(baselines.untrained()));
        }
        Stopwatch watch =
            Stopwatch.start(folder.times(), position.map(at -> at.position().step()).orElse(0L));
        RunRecorder recorder =
            new RunRecorder(
                sink,
                checkpoints(folder),
                measurements,
                loaded.experiment().evaluate().everyEpochs(),
                loaded.experiment().checkpoint().bestMetric(),
                metrics::lines,
                watch::note,
                narrator);
        position.ifPresent(recorder::resume);
        if (!train(from, recorder, narrator, stop)) {
          return Optional.empty();
        }
        double seconds = watch.seconds();
        narrator.say("measuring the trained network");
        Map<String, Double> learned = measurements.network();
        sink.scalars(recorder.steps(), evaluated(learned));
        Summary summary = summary(recorder, seconds, baselines, learned);
        summary.write(folder.summary());
        return Optional.of(summary);
      }
    } catch (IOException cause) {
      throw WriteFailure.of(folder.path(), cause);
    }
  }

  private Checkpoints checkpoints(RunFolder folder) {
    CheckpointOptions options = loaded.experiment().checkpoint();
    return folder.checkpoints(options.keep(), options.bestMetric());
  }

  private Optional<Checkpoint> newestGood(RunFolder folder, Narrator narrator) {
    NewestGood found = checkpoints(folder).newestGood();
    found
        .refused()
        .forEach(bad -> narrator.say("warning: passed over a checkpoint: " + bad.reason()));
    found.checkpoint().ifPresent(good -> narrator.say("going on from step " + good.state().step()));
    return found.checkpoint();
  }

  private Baselines baselines(RunFolder folder, Narrator narrator) {
    Optional<Baselines> measured = Baselines.read(folder.baselines());
    if (measured.isPresent()) {
      return measured.get();
    }
    narrator.say("measuring the raw input and the untrained network");
    Map<String, Double> input = measurements.input();
    Baselines baselines = new Baselines(measurements.network(), input);
    loaded.experiment().checkpoint().bestMetric().ifPresent(measurements::score);
    baselines.write(folder.baselines());
    return baselines;
  }

  private static TensorBoardSink events(
      RunFolder folder, Optional<SavedPosition> position, Clock clock) {
    return position
        .map(at -> TensorBoardSink.resume(folder.path(), at.position().step(), clock))
        .orElseGet(() -> TensorBoardSink.open(folder.path(), clock));
  }

  private boolean train(
      Optional<Checkpoint> from, RunRecorder recorder, Narrator narrator, BooleanSupplier stop) {
    try (TrainingLoop loop =
            new TrainingLoop(assembly, kernels, measurements::network, recorder, stop);
        NDManager scratch = assembly.manager().newSubManager()) {
      return from.isPresent()
          ? loop.resume(
              SavedPosition.of(from.get().state()).position(), from.get().tensors(scratch))
          : loop.run();
    } finally {
      narrator.trainingEnds();
    }
  }

  private Summary summary(
      RunRecorder recorder, double seconds, Baselines baselines, Map<String, Double> learned) {
    Experiment experiment = loaded.experiment();
    return new Summary(
        experiment.name(),
        experiment.seed(),
        experiment.train().epochs(),
        recorder.steps(),
        seconds,
        recorder.samples() / seconds,
        ProcessMemory.peak(),
        new Summary.Metrics(learned, baselines.untrained(), baselines.input()),
        measurements.protocol());
  }

  private static Map<String, Double> evaluated(Map<String, Double> figures) {
    Map<String, Double> named = new LinkedHashMap<>();
    figures.forEach((name, value) -> named.put("evaluate/" + name, value));
    return named;
  }
}
