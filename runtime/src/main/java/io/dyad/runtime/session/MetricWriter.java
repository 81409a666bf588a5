package io.dyad.runtime.session;

import io.dyad.api.Progress;
import io.dyad.runtime.run.MetricSink;
import io.dyad.runtime.training.StepReport;
import io.dyad.runtime.training.TrainingListener;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the figures of training to a sink and counts what a summary needs. */
final class MetricWriter implements TrainingListener {
  private final MetricSink sink;
  private final Narrator narrator;
  private long samples;
  private long steps;
  private double loss = Double.NaN;

  MetricWriter(MetricSink sink, Narrator narrator) {
    this.sink = sink;
    this.narrator = narrator;
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
    sink.scalars(report.progress().step(), prefixed("train/", report.values(), report.progress()));
  }

  @Override
  public void onEpoch(Progress progress, Map<String, Double> figures) {
    sink.scalars(progress.step(), prefixed("representation/", figures, progress));
  }

  private static Map<String, Double> prefixed(
      String prefix, Map<String, Double> values, Progress progress) {
    Map<String, Double> named = new LinkedHashMap<>();
    values.forEach((name, value) -> named.put(prefix + name, value));
    named.put("epoch", (double) progress.epoch());
    return named;
  }

  long samples() {
    return samples;
  }

  long steps() {
    return steps;
  }
}
