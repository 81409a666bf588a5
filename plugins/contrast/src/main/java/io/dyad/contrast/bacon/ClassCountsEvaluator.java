package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import io.dyad.api.Needs;
import java.util.Arrays;
import java.util.List;

/** Estimates the counts as training does, and compares them with the truth that it never sees. */
final class ClassCountsEvaluator implements Evaluator {
  private final ClassCountsOptions options;
  private final CountsEstimator estimator;

  ClassCountsEvaluator(ClassCountsOptions options, Kernels kernels) {
    this.options = options;
    estimator =
        new CountsEstimator(kernels, options.classes(), options.starts(), options.iterations());
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.target(options.target()).target(options.truth());
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray rows = evaluation.embed(options.output(), options.split());
    NDArray labels = evaluation.target(options.target(), options.split());
    NDArray truth = evaluation.target(options.truth(), options.split());
    int known = 1 + Math.toIntExact(labels.max().getLong());
    long[] estimate =
        estimator.counts(
            rows.reshape(rows.size(0), -1),
            labels,
            options.split(),
            evaluation.draws().at("estimate", 0));
    double distance = distance(estimate, trueCounts(truth, known));
    return List.of(Metric.of("total-variation", distance, false, "fraction"));
  }

  /** Returns the true counts, those of new classes in descending order, as they are estimated. */
  private long[] trueCounts(NDArray truth, int known) {
    long[] counts = new long[options.classes()];
    for (long label : truth.toType(DataType.INT64, false).toLongArray()) {
      if (label < 0 || label >= counts.length) {
        throw new DataException(
            "the \"%s\" of split \"%s\" must be a class below %d, but one is %d"
                .formatted(options.truth(), options.split(), counts.length, label));
      }
      counts[(int) label]++;
    }
    long[] fresh = Arrays.stream(counts, known, counts.length).map(n -> -n).sorted().toArray();
    for (int i = 0; i < fresh.length; i++) {
      counts[known + i] = -fresh[i];
    }
    return counts;
  }

  /** Returns half the sum of the differences of the shares, in [0, 1]. */
  private static double distance(long[] first, long[] second) {
    double firstSum = Arrays.stream(first).sum();
    double secondSum = Arrays.stream(second).sum();
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs(first[i] / firstSum - second[i] / secondSum);
    }
    return sum / 2;
  }
}
