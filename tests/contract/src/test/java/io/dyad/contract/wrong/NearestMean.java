package io.dyad.contract.wrong;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Embeddings;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Metric;
import io.dyad.api.NumericException;
import io.dyad.api.Targets;
import java.util.Arrays;
import java.util.List;

/** A right evaluator, to be made wrong: the share of samples nearest to the mean of their class. */
class NearestMean implements Evaluator {
  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray known = evaluation.embed(Embeddings.REPRESENTATION, Data.TRAIN);
    NDArray asked = evaluation.embed(Embeddings.REPRESENTATION, tested(evaluation));
    checkFinite(known, Data.TRAIN);
    checkFinite(asked, tested(evaluation));
    long[] knownLabels = labels(evaluation, Data.TRAIN);
    long[] askedLabels = labels(evaluation, tested(evaluation));
    double right = 0;
    for (int i = 0; i < askedLabels.length; i++) {
      right += nearest(known, knownLabels, asked.get(i)) == askedLabels[i] ? 1 : 0;
    }
    double figure = right / askedLabels.length;
    return List.of(metric(figure(figure, askedLabels, asked, evaluation)));
  }

  private static long nearest(NDArray rows, long[] labels, NDArray row) {
    long best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (long label : Arrays.stream(labels).distinct().sorted().toArray()) {
      int[] members = new int[labels.length];
      int count = 0;
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] == label) {
          members[count++] = i;
        }
      }
      NDArray index = rows.getManager().create(Arrays.copyOf(members, count));
      NDArray mean = rows.get(index).mean(new int[] {0});
      double distance = mean.sub(row).square().sum().getFloat();
      if (distance < least) {
        least = distance;
        best = label;
      }
    }
    return best;
  }

  /** Returns the split whose samples are asked about. */
  String tested(Evaluation evaluation) {
    return Data.TEST;
  }

  /** Returns the labels of a split. */
  long[] labels(Evaluation evaluation, String split) {
    long[] labels = evaluation.target(Targets.LABEL, split).toLongArray();
    if (Arrays.stream(labels).anyMatch(label -> label < 0)) {
      throw new DataException("some labels of " + split + " are unknown");
    }
    if (split.equals(Data.TRAIN) && Arrays.stream(labels).distinct().count() < 2) {
      throw new DataException("there must be two classes");
    }
    return labels;
  }

  /** Refuses rows that are no numbers. */
  void checkFinite(NDArray rows, String split) {
    if (rows.isNaN().any().getBoolean()) {
      throw new NumericException("the rows of " + split + " hold NaN");
    }
  }

  /** Returns what is given as the figure. */
  double figure(double accuracy, long[] labels, NDArray rows, Evaluation evaluation) {
    return accuracy;
  }

  /** Names the figure. */
  Metric metric(double value) {
    return Metric.of("top1", value, true, "fraction");
  }
}
