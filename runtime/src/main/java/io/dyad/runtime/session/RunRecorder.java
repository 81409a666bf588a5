package io.dyad.runtime.session;

import io.dyad.api.Progress;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.run.Checkpoint;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.run.Histogram;
import io.dyad.runtime.run.HistoryWriter;
import io.dyad.runtime.run.Score;
import io.dyad.runtime.training.StepReport;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingPosition;
import io.dyad.runtime.training.TrainingState;
import io.dyad.runtime.training.ViewSimilarities;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what happens in training: figures, checkpoints, and the counts of the summary. */
final class RunRecorder implements TrainingListener {
  private final HistoryWriter history;
  private final Checkpoints checkpoints;
  private final TimeSpent time;
  private final Measurements measurements;
  private final int evaluateEvery;
  private final Optional<String> bestMetric;
  private final Narrator narrator;
  private Optional<Score> score = Optional.empty();
  private long measuredAt = -1;
  private long samples;
  private long steps;
  private double loss = Double.NaN;

  RunRecorder(
      HistoryWriter history,
      Checkpoints checkpoints,
      TimeSpent time,
      Measurements measurements,
      Experiment experiment,
      Narrator narrator) {
    this.history = history;
    this.checkpoints = checkpoints;
    this.time = time;
    this.measurements = measurements;
    this.evaluateEvery = experiment.evaluate().everyEpochs();
    this.bestMetric = experiment.checkpoint().bestMetric();
    this.narrator = narrator;
  }

  /** Goes on counting where a saved run stood. */
  void goOn(Checkpoint checkpoint, SavedPosition saved) {
    samples = saved.samples();
    steps = saved.position().step();
    score = checkpoint.score();
    measuredAt = steps;
  }

  @Override
  public void onStart(Progress progress) {
    narrator.trainingStarts(progress);
  }

  @Override
  public void onStep(Progress progress, int batch) {
    samples += batch;
    steps++;
    narrator.stepped(progress, loss);
  }

  @Override
  public void onFigures(StepReport report) {
    loss = report.values().getOrDefault("loss", loss);
    record("train/", report.values(), report.progress());
    if (!report.distributions().isEmpty()) {
      Map<String, Histogram> histograms = new LinkedHashMap<>();
      report
          .distributions()
          .forEach(
              (name, seen) ->
                  histograms.put(
                      "train/" + name, new Histogram(seen.low(), seen.high(), seen.counts())));
      history.histograms(report.progress().step(), histograms);
    }
  }

  /** Measures before it writes, so that a run that is stopped meanwhile has written nothing yet. */
  @Override
  public void onEpoch(Progress progress, Map<String, Double> figures) {
    if (evaluateEvery > 0 && (progress.epoch() + 1) % evaluateEvery == 0) {
      Map<String, Double> measured = measurements.network();
      score = bestMetric.flatMap(measurements::score);
      measuredAt = progress.step();
      record("representation/", figures, progress);
      record("evaluate/", measured, progress);
    } else {
      record("representation/", figures, progress);
    }
  }

  @Override
  public void onSimilarities(Progress progress, ViewSimilarities seen) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("alignment", seen.alignment());
    figures.put("uniformity", seen.uniformity());
    record("similarity/", figures, progress);
    Map<String, Histogram> histograms = new LinkedHashMap<>();
    histograms.put("similarity/positive", new Histogram(-1, 1, seen.positive()));
    histograms.put("similarity/negative", new Histogram(-1, 1, seen.negative()));
    history.histograms(progress.step(), histograms);
  }

  @Override
  public void onCheckpoint(TrainingPosition position, TrainingState state) {
    history.sync();
    time.note(position.step());
    checkpoints.write(
        state.tensors(),
        new SavedPosition(position, samples, history.lines()).state(),
        measuredAt == position.step() ? score : Optional.empty());
  }

  private void record(String prefix, Map<String, Double> values, Progress progress) {
    Map<String, Double> named = new LinkedHashMap<>();
    values.forEach((name, value) -> named.put(prefix + name, value));
    named.put("epoch", (double) progress.epoch());
    history.scalars(progress.step(), named);
  }

  long samples() {
    return samples;
  }

  long steps() {
    return steps;
  }
}
