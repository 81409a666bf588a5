package io.dyad.runtime.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well probabilities of classes tell the true classes.
 *
 * @param accuracy the share of samples whose most likely class is the true one; F1 over all
 *     decisions (micro) is the same number
 * @param macroF1 the mean of F1 over the classes that are true or predicted somewhere
 * @param auc area under the curve of a class against the others, averaged over the true classes
 *     with equal weight; ties count half; NaN if all samples are of one class
 */
record ClassFigures(double accuracy, double macroF1, double auc) {
  /**
   * Compares.
   *
   * @param scores rows of a number a class, such as log-probabilities
   * @param labels the true classes
   */
  static ClassFigures of(double[][] scores, long[] labels) {
    int classes = scores[0].length;
    double[] right = new double[classes];
    double[] predicted = new double[classes];
    double[] real = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      int best = largest(scores[i]);
      int label = (int) labels[i];
      predicted[best]++;
      real[label]++;
      right[label] += best == label ? 1 : 0;
    }
    double f1 =
        IntStream.range(0, classes)
            .filter(c -> real[c] + predicted[c] > 0)
            .mapToDouble(c -> 2 * right[c] / (real[c] + predicted[c]))
            .average()
            .orElse(Double.NaN);
    double auc =
        IntStream.range(0, classes)
            .filter(c -> real[c] > 0 && real[c] < labels.length)
            .mapToDouble(c -> area(scores, labels, c))
            .average()
            .orElse(Double.NaN);
    return new ClassFigures(Arrays.stream(right).sum() / labels.length, f1, auc);
  }

  private static int largest(double[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }

  /** The chance that a sample of the class scores higher than another, by ranks. */
  private static double area(double[][] scores, long[] labels, int label) {
    Integer[] order = IntStream.range(0, labels.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i][label]));
    double ranks = 0;
    double own = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      int members = 0;
      while (to < order.length && scores[order[to]][label] == scores[order[from]][label]) {
        members += labels[order[to]] == label ? 1 : 0;
        to++;
      }
      ranks += members * (from + 1 + to) / 2.0;
      own += members;
      from = to;
    }
    return (ranks - own * (own + 1) / 2) / (own * (order.length - own));
  }
}
