package io.dyad.runtime.evaluation;

import io.dyad.toolkit.cluster.Assignment;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** How clusters and classes of the same samples agree. */
final class ClusterAgreement {
  private final double[][] counts;
  private final int[] classOfCluster;

  /**
   * Compares them.
   *
   * @param clusters of each sample, from 0
   * @param classes of each sample, from 0
   */
  ClusterAgreement(long[] clusters, long[] classes) {
    int side = 1 + (int) Math.max(largest(clusters), largest(classes));
    counts = new double[side][side];
    for (int i = 0; i < clusters.length; i++) {
      counts[(int) clusters[i]][(int) classes[i]]++;
    }
    classOfCluster = Assignment.largest(counts);
  }

  private static long largest(long[] numbers) {
    return Arrays.stream(numbers).max().orElse(0);
  }

  /**
   * Returns the share of samples whose cluster is matched with their class. The match is made once,
   * over all classes; NaN if no sample is of such a class.
   *
   * @param counted the classes whose samples count
   */
  double accuracy(LongPredicate counted) {
    double right = 0;
    double total = 0;
    for (int cluster = 0; cluster < counts.length; cluster++) {
      for (int label = 0; label < counts.length; label++) {
        if (counted.test(label)) {
          total += counts[cluster][label];
          right += classOfCluster[cluster] == label ? counts[cluster][label] : 0;
        }
      }
    }
    return right / total;
  }

  /** Returns the mutual information over the mean of both entropies, in [0, 1]. */
  double normalizedMutualInformation() {
    double[] clusters = sizes(true);
    double[] classes = sizes(false);
    double total = Arrays.stream(classes).sum();
    double entropies = entropy(clusters, total) + entropy(classes, total);
    double joint = 0;
    for (double[] row : counts) {
      joint += entropy(row, total);
    }
    return entropies == 0 ? 1 : Math.max(0, 2 * (entropies - joint) / entropies);
  }

  /**
   * Returns the share of sample pairs on which both agree, corrected for chance (Hubert and Arabie
   * 1985): 1 for equal partitions, about 0 for independent ones.
   */
  double adjustedRandIndex() {
    double together = 0;
    for (double[] row : counts) {
      together += pairs(row);
    }
    double clusters = pairs(sizes(true));
    double classes = pairs(sizes(false));
    double all = pairs(new double[] {Arrays.stream(sizes(false)).sum()});
    double expected = clusters * classes / all;
    double most = (clusters + classes) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private double[] sizes(boolean ofClusters) {
    double[] sizes = new double[counts.length];
    for (int cluster = 0; cluster < counts.length; cluster++) {
      for (int label = 0; label < counts.length; label++) {
        sizes[ofClusters ? cluster : label] += counts[cluster][label];
      }
    }
    return sizes;
  }

  private static double entropy(double[] sizes, double total) {
    return Arrays.stream(sizes)
        .filter(size -> size > 0)
        .map(size -> -size / total * Math.log(size / total))
        .sum();
  }

  private static double pairs(double[] sizes) {
    return Arrays.stream(sizes).map(size -> size * (size - 1) / 2).sum();
  }
}
