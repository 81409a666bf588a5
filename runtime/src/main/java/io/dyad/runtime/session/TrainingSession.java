package io.dyad.runtime.session;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Kernels;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.run.Baselines;
import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.run.HistoryWriter;
import io.dyad.runtime.run.RunFolder;
import io.dyad.runtime.run.Summary;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import io.dyad.runtime.training.TrainingLoop;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Trains an experiment: baselines, the loop, the outcome, all in a run folder. */
public final class TrainingSession {
  private final LoadedExperiment loaded;
  private final Assembly assembly;
  private final Kernels kernels;
  private final Surroundings surroundings;
  private final Measurements measurements;
  private final StopRequest stop;

  /** Creates the session of a wired experiment. */
  @Inject
  public TrainingSession(
      LoadedExperiment loaded,
      Assembly assembly,
      Kernels kernels,
      Surroundings surroundings,
      Measurements measurements,
      StopRequest stop) {
    this.loaded = loaded;
    this.assembly = assembly;
    this.kernels = kernels;
    this.surroundings = surroundings;
    this.measurements = measurements;
    this.stop = stop;
  }

  /** Creates the run folder, with configuration and environment in it. */
  public TrainingRun prepare(Path runs, Clock clock) {
    TrainingRun run = TrainingRun.create(runs, loaded.experiment().name(), clock);
    run.folder().writeConfig(loaded.text());
    surroundings.write(run.folder());
    return run;
  }

  /** Says what is another here than where a run began, before it goes on. */
  public void compare(TrainingRun run, Narrator narrator) {
    surroundings.compare(run.folder(), narrator);
  }

  /**
   * Trains, and returns the summary that was also written into the folder.
   *
   * @throws StoppedException if that was asked for; the run can go on later
   */
  public Summary run(TrainingRun run, Clock clock, Narrator narrator) {
    Experiment experiment = loaded.experiment();
    RunFolder folder = run.folder();
    Baselines baselines = baselines(folder, narrator);
    Optional<SavedPosition> from = run.checkpoint().map(SavedPosition::of);
    long step = from.map(saved -> saved.position().step()).orElse(0L);
    long lines = from.map(SavedPosition::metricLines).orElse(0L);
    Checkpoints checkpoints =
        folder.checkpoints(experiment.checkpoint().keep(), experiment.checkpoint().bestMetric());
    checkpoints.removeAfter(step);
    try (HistoryWriter history = HistoryWriter.open(folder, lines, clock);
        TimeSpent time = TimeSpent.open(folder, step, clock)) {
      if (history.lines() < lines) {
        narrator.say(
            "warning: %s has lost its last %d lines"
                .formatted(folder.metrics(), lines - history.lines()));
      }
      if (lines == 0) {
        history.scalars(0, evaluated(baselines.untrained()));
      }
      RunRecorder recorder =
          new RunRecorder(history, checkpoints, time, measurements, experiment, narrator);
      train(recorder, run, time, narrator);
      narrator.say("measuring the trained network");
      Map<String, Double> learned = measurements.network();
      history.scalars(recorder.steps(), evaluated(learned));
      Summary summary =
          new Summary(
              experiment.name(),
              experiment.seed(),
              experiment.train().epochs(),
              recorder.steps(),
              time.seconds(),
              recorder.samples() / time.seconds(),
              time.peak(),
              new Summary.Metrics(learned, baselines.untrained(), baselines.input()),
              measurements.protocol());
      summary.write(folder.summary());
      return summary;
    }
  }

  private Baselines baselines(RunFolder folder, Narrator narrator) {
    if (Files.exists(folder.baselines())) {
      return Baselines.read(folder.baselines());
    }
    narrator.say("measuring the raw input and the untrained network");
    Baselines baselines = new Baselines(measurements.input(), measurements.network());
    loaded.experiment().checkpoint().bestMetric().ifPresent(measurements::score);
    baselines.write(folder.baselines());
    return baselines;
  }

  private void train(RunRecorder recorder, TrainingRun run, TimeSpent time, Narrator narrator) {
    try (TrainingLoop loop =
        new TrainingLoop(assembly, kernels, measurements::network, recorder, stop)) {
      run.checkpoint().ifPresent(checkpoint -> restore(loop, recorder, checkpoint));
      run.checkpoint()
          .ifPresent(
              checkpoint -> narrator.say("going on from step %d".formatted(recorder.steps())));
      time.start();
      loop.run();
      time.stop();
      run.folder().writePublished(loop.state().tensors());
    } catch (StoppedException asked) {
      narrator.say("stopped after %d steps; they are saved".formatted(recorder.steps()));
      throw asked;
    } finally {
      narrator.trainingEnds();
    }
  }

  private void restore(TrainingLoop loop, RunRecorder recorder, Checkpoint checkpoint) {
    SavedPosition saved = SavedPosition.of(checkpoint);
    recorder.goOn(checkpoint, saved);
    try (NDManager scratch = assembly.manager().newSubManager()) {
      loop.restore(saved.position(), checkpoint.tensors(scratch));
    }
  }

  private static Map<String, Double> evaluated(Map<String, Double> figures) {
    Map<String, Double> named = new LinkedHashMap<>();
    figures.forEach((name, value) -> named.put("evaluate/" + name, value));
    return named;
  }
}
