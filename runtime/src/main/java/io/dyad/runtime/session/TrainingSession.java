package io.dyad.runtime.session;

import ai.djl.engine.Engine;
import io.dyad.api.Kernels;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.FanOut;
import io.dyad.runtime.run.JsonLinesSink;
import io.dyad.runtime.run.RunEnvironment;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.run.TensorBoardSink;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.TrainingLoop;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    folder.writeEnvironment(
        RunEnvironment.of(
            Engine.getInstance(),
            engine.deviceName(),
            engine.threads(),
            loaded.experiment().seed(),
            Path.of("").toAbsolutePath()));
    return folder;
  }

  /** Trains, and returns the summary that was also written into the folder. */
  public Summary run(RunFolder folder, Clock clock, Narrator narrator) {
    Experiment experiment = loaded.experiment();
    narrator.say("measuring the raw input and the untrained network");
    Map<String, Double> input = measurements.input();
    Map<String, Double> untrained = measurements.network();
    Optional<String> best = experiment.checkpoint().bestMetric();
    best.ifPresent(measurements::score);
    try (FanOut sink =
        new FanOut(
            List.of(
                JsonLinesSink.open(folder.metrics(), clock),
                TensorBoardSink.open(folder.path(), clock)))) {
      sink.scalars(0, evaluated(untrained));
      RunRecorder recorder =
          new RunRecorder(
              sink,
              folder.checkpoints(experiment.checkpoint().keep(), best),
              measurements,
              experiment.evaluate().everyEpochs(),
              best,
              narrator);
      double seconds = train(recorder, narrator);
      narrator.say("measuring the trained network");
      Map<String, Double> learned = measurements.network();
      sink.scalars(recorder.steps(), evaluated(learned));
      Summary summary =
          new Summary(
              experiment.name(),
              experiment.seed(),
              experiment.train().epochs(),
              recorder.steps(),
              seconds,
              recorder.samples() / seconds,
              PeakMemory.bytes(),
              new Summary.Metrics(learned, untrained, input),
              measurements.protocol());
      summary.write(folder.summary());
      return summary;
    }
  }

  private double train(RunRecorder recorder, Narrator narrator) {
    long start = System.nanoTime();
    try (TrainingLoop loop = new TrainingLoop(assembly, kernels, measurements::network, recorder)) {
      loop.run();
    } finally {
      narrator.trainingEnds();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static Map<String, Double> evaluated(Map<String, Double> figures) {
    Map<String, Double> named = new LinkedHashMap<>();
    figures.forEach((name, value) -> named.put("evaluate/" + name, value));
    return named;
  }
}
