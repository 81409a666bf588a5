package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernel;
import io.dyad.api.Metric;
import io.dyad.api.NumericException;
import java.util.Arrays;
import java.util.List;

/** The balanced accuracy of the nearer of two class means, over pairs of classes. */
final class PairProbe implements Evaluator {
  private final Kernel kernel;
  private final PairProbeOptions options;
  private final boolean[] others;

  /**
   * Creates a probe.
   *
   * @param others for each pair of classes, row by row, whether it is not listed
   */
  PairProbe(Kernel kernel, PairProbeOptions options, boolean[] others) {
    this.kernel = kernel;
    this.options = options;
    this.others = others;
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    for (String split : List.of(Data.TRAIN, Data.TEST)) {
      if (!evaluation.data().splits().contains(split)) {
        throw new DataException("class-pair-probe needs the split \"" + split + "\"");
      }
    }
    double[] separation =
        kernel
            .call(
                "separation",
                rows(evaluation, Data.TRAIN),
                labels(evaluation, Data.TRAIN),
                rows(evaluation, Data.TEST),
                labels(evaluation, Data.TEST),
                options.classes())
            .singletonOrThrow()
            .toType(DataType.FLOAT64, false)
            .toDoubleArray();
    return List.of(
        Metric.of("listed-pairs", mean(separation, false), true, "fraction"),
        Metric.of("other-pairs", mean(separation, true), true, "fraction"));
  }

  private NDArray rows(Evaluation evaluation, String split) {
    NDArray rows = evaluation.embed(options.output(), split);
    if (rows.isNaN().any().getBoolean()) {
      throw new NumericException("class-pair-probe: rows of split " + split + " are not numbers");
    }
    return rows.reshape(rows.getShape().get(0), -1);
  }

  private NDArray labels(Evaluation evaluation, String split) {
    NDArray labels = evaluation.target(options.target(), split);
    long[] seen = labels.toLongArray();
    for (long label = 0; label < options.classes(); label++) {
      long wanted = label;
      if (Arrays.stream(seen).noneMatch(each -> each == wanted)) {
        throw new DataException(
            "class-pair-probe: no sample of split %s has the label %d; set classes to the number of classes"
                .formatted(split, label));
      }
    }
    return labels;
  }

  private double mean(double[] separation, boolean other) {
    int classes = Math.toIntExact(options.classes());
    double sum = 0;
    int count = 0;
    for (int i = 0; i < separation.length; i++) {
      if (i / classes != i % classes && others[i] == other) {
        sum += separation[i];
        count++;
      }
    }
    return sum / Math.max(1, count);
  }
}
