package io.dyad.runtime.experiment;

import io.dyad.api.Doc;

/** Which checkpoint is the best one; its evaluator says whether higher or lower figures are. */
public record KeepBestOptions(
    @Doc("the figure that decides, as EVALUATOR.METRIC: knn.top1") String metric) {

  /** Checks that the metric is one of an evaluator. */
  public KeepBestOptions {
    if (evaluator(metric).isEmpty() || metric.endsWith(".")) {
      throw new IllegalArgumentException(
          "metric must be EVALUATOR.METRIC, such as knn.top1, got \"" + metric + "\"");
    }
  }

  /** Returns the name of the evaluator. */
  public String evaluator() {
    return evaluator(metric);
  }

  private static String evaluator(String metric) {
    return metric.substring(0, Math.max(0, metric.lastIndexOf('.')));
  }
}
