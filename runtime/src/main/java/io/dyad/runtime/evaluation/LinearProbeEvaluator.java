package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Needs;
import io.dyad.api.Targets;
import java.util.List;

/** Accuracy of a linear classifier on frozen features. */
final class LinearProbeEvaluator implements Evaluator {
  private final LinearProbeOptions options;
  private final LogisticRegression regression;

  LinearProbeEvaluator(LinearProbeOptions options, LogisticRegression regression) {
    this.options = options;
    this.regression = regression;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.target(Targets.LABEL);
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray features = Features.precise(Features.of(evaluation, options.output(), options.fit()));
    NDArray labels = evaluation.target(Targets.LABEL, options.fit());
    NDArray testFeatures =
        Features.precise(Features.of(evaluation, options.output(), options.test()));
    NDArray testLabels = evaluation.target(Targets.LABEL, options.test());
    long classes = Features.classes(labels, testLabels);
    if (options.samples() > 0 && options.samples() < features.getShape().get(0)) {
      features = features.get(":" + options.samples());
      labels = labels.get(":" + options.samples());
    }
    NDArray shift = shift(features);
    NDArray scale = scale(features);
    NDArray weights =
        regression.fit(
            scaled(features, shift, scale),
            labels,
            classes,
            options.penalty(),
            options.iterations());
    double accuracy =
        regression
            .predict(weights, scaled(testFeatures, shift, scale))
            .eq(testLabels)
            .toType(DataType.FLOAT64, false)
            .mean()
            .getDouble();
    return List.of(Metric.of("top1", accuracy, true, "fraction"));
  }

  private NDArray shift(NDArray features) {
    return features.mean(new int[] {0}, true);
  }

  private NDArray scale(NDArray features) {
    NDArray centred = features.sub(shift(features));
    return centred.square().mean(new int[] {0}, true).sqrt().maximum(1e-12);
  }

  private NDArray scaled(NDArray features, NDArray shift, NDArray scale) {
    return switch (options.scaling()) {
      case UNIT -> Features.unit(features);
      case STANDARD -> features.sub(shift).div(scale);
      case NONE -> features;
    };
  }
}
