package io.dyad.contrast.bacon;

import io.dyad.toolkit.cluster.Assignment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many samples each class has, estimated from clusters and the few labels there are.
 *
 * <p>Each known class k is matched with a cluster c of its own, so that the sum of (labelled
 * samples of k in c / size of c) is largest. Known classes get the sizes of the matched clusters,
 * the class with most labels the largest; new classes get the other sizes, in descending order.
 */
public final class ClassCounts {
  private final int[] clusterOfKnown;
  private final long[] counts;

  private ClassCounts(int[] clusterOfKnown, long[] counts) {
    this.clusterOfKnown = clusterOfKnown;
    this.counts = counts;
  }

  /**
   * Estimates the counts.
   *
   * @param clusters of each sample, below {@code classes}
   * @param labels of each sample, -1 where unknown; known classes are 0 to the largest label
   * @param classes how many there are, known and new ones
   * @throws IllegalArgumentException if no label is known, or one is {@code classes} or above
   */
  public static ClassCounts estimate(long[] clusters, long[] labels, int classes) {
    int known = 1 + (int) Arrays.stream(labels).max().orElse(-1);
    if (known < 1 || known > classes) {
      throw new IllegalArgumentException(
          "labels must be known for some samples and below %d, but the largest is %d"
              .formatted(classes, known - 1));
    }
    long[] sizes = new long[classes];
    long[] labelled = new long[known];
    double[][] shares = new double[known][classes];
    for (int i = 0; i < clusters.length; i++) {
      sizes[(int) clusters[i]]++;
      if (labels[i] >= 0) {
        labelled[(int) labels[i]]++;
        shares[(int) labels[i]][(int) clusters[i]]++;
      }
    }
    for (double[] row : shares) {
      for (int cluster = 0; cluster < classes; cluster++) {
        row[cluster] /= Math.max(1, sizes[cluster]);
      }
    }
    int[] matched = Assignment.largest(shares);
    return new ClassCounts(matched, ranked(matched, sizes, labelled));
  }

  private static long[] ranked(int[] matched, long[] sizes, long[] labelled) {
    long[] counts = new long[sizes.length];
    List<Integer> byLabels =
        IntStream.range(0, labelled.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer known) -> -labelled[known]))
            .toList();
    long[] taken = descending(Arrays.stream(matched), sizes);
    for (int i = 0; i < taken.length; i++) {
      counts[byLabels.get(i)] = taken[i];
    }
    long[] left =
        descending(
            IntStream.range(0, sizes.length)
                .filter(cluster -> Arrays.stream(matched).noneMatch(each -> each == cluster)),
            sizes);
    System.arraycopy(left, 0, counts, labelled.length, left.length);
    return counts;
  }

  private static long[] descending(IntStream clusters, long[] sizes) {
    return clusters.mapToLong(cluster -> -sizes[cluster]).sorted().map(size -> -size).toArray();
  }

  /** Returns the cluster that each known class was matched with. */
  public int[] clusterOfKnown() {
    return clusterOfKnown.clone();
  }

  /** Returns how many samples each class has, known classes first; 0 for an empty cluster. */
  public long[] counts() {
    return counts.clone();
  }
}
