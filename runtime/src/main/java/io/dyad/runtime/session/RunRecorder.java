package io.dyad.runtime.session;

import io.dyad.api.Progress;
import io.dyad.runtime.run.Checkpoints;
import io.dyad.runtime.run.Histogram;
import io.dyad.runtime.run.MetricSink;
import io.dyad.runtime.run.Score;
import io.dyad.runtime.training.StepReport;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingPosition;
import io.dyad.runtime.training.TrainingState;
import io.dyad.runtime.training.ViewSimilarities;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Keeps what happens in training: figures, checkpoints, and the counts of the summary. */
final class RunRecorder implements TrainingListener {
  private final MetricSink sink;
  private final Checkpoints checkpoints;
  private final Measurements measurements;
  private final int evaluateEvery;
  private final Optional<String> bestMetric;
  private final LongSupplier metricLines;
  private final LongConsumer saved;
  private final Narrator narrator;
  private Optional<Score> score = Optional.empty();
  private long measuredAt = -1;
  private long samples;
  private long steps;
  private double loss = Double.NaN;

  /**
   * Creates a recorder.
   *
   * @param evaluateEvery epochs between evaluations, or 0 for none during training
   * @param bestMetric the figure that goes with a checkpoint, if it was measured at its step
   * @param metricLines how many lines of metrics there are
   * @param saved is told the step of each checkpoint
   */
  RunRecorder(
      MetricSink sink,
      Checkpoints checkpoints,
      Measurements measurements,
      int evaluateEvery,
      Optional<String> bestMetric,
      LongSupplier metricLines,
      LongConsumer saved,
      Narrator narrator) {
    this.sink = sink;
    this.checkpoints = checkpoints;
    this.measurements = measurements;
    this.evaluateEvery = evaluateEvery;
    this.bestMetric = bestMetric;
    this.metricLines = metricLines;
    this.saved = saved;
    this.narrator = narrator;
  }

  /** Goes on counting from a checkpoint. */
  void resume(SavedPosition from) {
    samples = from.samples();
    steps = from.position().step();
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
  }

  @Override
  public void onEpoch(Progress progress, Map<String, Double> figures) {
    record("representation/", figures, progress);
    if (evaluateEvery > 0 && (progress.epoch() + 1) % evaluateEvery == 0) {
      record("evaluate/", measurements.network(), progress);
      score = bestMetric.flatMap(measurements::score);
      measuredAt = progress.step();
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
    sink.histograms(progress.step(), histograms);
  }

  @Override
  public void onCheckpoint(TrainingPosition position, TrainingState state) {
    checkpoints.write(
        state.tensors(),
        new SavedPosition(position, samples, metricLines.getAsLong()).state(),
        measuredAt == position.step() ? score : Optional.empty());
    saved.accept(position.step());
  }

  private void record(String prefix, Map<String, Double> values, Progress progress) {
    Map<String, Double> named = new LinkedHashMap<>();
    values.forEach((name, value) -> named.put(prefix + name, value));
    named.put("epoch", (double) progress.epoch());
    sink.scalars(progress.step(), named);
  }

  long samples() {
    return samples;
  }

  long steps() {
    return steps;
  }
}
