package io.dyad.contrast.bacon;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which samples take part in a contrast, so that frequent classes do not rule it: all labelled
 * ones, and of the unlabelled ones predicted as class c the k most certain, k drawn from
 * Binomial(how many there are, keep probability of c).
 *
 * @param alpha exponent of the keep probability of classes that have labels in the batch
 * @param beta exponent of that of the others
 */
record SelfBalance(double alpha, double beta) {
  /**
   * Returns (smallest count / count) ^ exponent for each class.
   *
   * @param counts above zero
   * @param labels of the batch, -1 where unknown
   */
  double[] keepProbabilities(double[] counts, long[] labels) {
    double least = Arrays.stream(counts).min().orElse(1);
    double[] keep = new double[counts.length];
    for (int c = 0; c < keep.length; c++) {
      long label = c;
      boolean labelled = Arrays.stream(labels).anyMatch(each -> each == label);
      keep[c] = Math.pow(least / counts[c], labelled ? alpha : beta);
    }
    return keep;
  }

  /**
   * Returns the samples that take part, labelled ones first. Of equally certain ones the first
   * counts as more so.
   *
   * @param soft probabilities of the classes, one sample after another
   * @param draws uniform numbers, one a sample: as many of a class are kept as have drawn less than
   *     its keep probability, whoever they are
   */
  long[] chosen(double[] soft, long[] labels, double[] keep, float[] draws) {
    int classes = keep.length;
    int[] predicted = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      predicted[i] = largest(soft, i * classes, classes);
    }
    boolean[] taken = new boolean[labels.length];
    for (int c = 0; c < classes; c++) {
      int own = c;
      List<Integer> members =
          IntStream.range(0, labels.length)
              .filter(i -> labels[i] < 0 && predicted[i] == own)
              .boxed()
              .toList();
      long drawn = members.stream().filter(i -> draws[i] < keep[own]).count();
      members.stream()
          .sorted(Comparator.comparingDouble((Integer i) -> -soft[i * classes + own]))
          .limit(drawn)
          .forEach(i -> taken[i] = true);
    }
    IntStream labelled = IntStream.range(0, labels.length).filter(i -> labels[i] >= 0);
    IntStream kept = IntStream.range(0, labels.length).filter(i -> taken[i]);
    return IntStream.concat(labelled, kept).asLongStream().toArray();
  }

  private static int largest(double[] numbers, int from, int count) {
    int found = 0;
    for (int i = 1; i < count; i++) {
      if (numbers[from + i] > numbers[from + found]) {
        found = i;
      }
    }
    return found;
  }
}
