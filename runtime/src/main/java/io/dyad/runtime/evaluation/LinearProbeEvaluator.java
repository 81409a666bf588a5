package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Draws;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.Needs;
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
    return Needs.NOTHING.target(options.target());
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray features = Features.of(evaluation, options.output(), options.fit());
    NDArray labels = evaluation.target(options.target(), options.fit());
    NDArray testFeatures = Features.of(evaluation, options.output(), options.test());
    NDArray testLabels = evaluation.target(options.target(), options.test());
    long classes = Features.classes(options.target(), labels, testLabels);
    if (options.samples() > 0 && options.samples() < features.getShape().get(0)) {
      features = features.get(":" + options.samples());
      labels = labels.get(":" + options.samples());
    }
    ScaledRows rows = regression.scaled(features, options.scaling());
    NDArray weights = weights(rows, labels, classes, evaluation.draws());
    double accuracy =
        regression
            .predict(weights, rows.of(testFeatures))
            .eq(testLabels)
            .toType(DataType.FLOAT64, false)
            .mean()
            .getDouble();
    return List.of(Metric.of("top1", accuracy, true, "fraction"));
  }

  private NDArray weights(ScaledRows rows, NDArray labels, long classes, Draws draws) {
    return switch (options.solver()) {
      case LBFGS -> regression.fit(rows, labels, classes, options.penalty(), options.iterations());
      case SGD ->
          regression.descend(
              rows, labels, classes, options.penalty(), options.descent(), draws.at("probe", 0));
    };
  }
}
