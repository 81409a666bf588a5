package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.Draws;
import io.dyad.api.Kernels;
import io.dyad.api.NumericException;
import io.dyad.toolkit.cluster.Clusters;
import io.dyad.toolkit.cluster.KMeans;
import java.util.Arrays;

/** Clusters features and reads the class counts off. */
final class CountsEstimator {
  private final KMeans clustering;
  private final int classes;

  CountsEstimator(Kernels kernels, int classes, int starts, int iterations) {
    clustering = new KMeans(kernels, starts, iterations);
    this.classes = classes;
  }

  /**
   * Returns how many samples each class has.
   *
   * @param features shape (N, D), scaled to unit length here
   * @param labels int64, shape (N), -1 where unknown
   * @param split whose samples they are, for messages
   * @throws NumericException if a feature is not finite
   * @throws DataException if no label is known, one is too large, or there are too few samples
   */
  long[] counts(NDArray features, NDArray labels, String split, Draws draws) {
    long[] known = labels.toType(DataType.INT64, false).toLongArray();
    long largest = Arrays.stream(known).max().orElse(-1);
    if (largest < 0) {
      throw new DataException("class counts need the label of some samples; none is known");
    }
    if (largest >= classes) {
      throw new DataException(
          "there is a label %d, but classes = %d; known and new classes together count"
              .formatted(largest, classes));
    }
    if (known.length < classes) {
      throw new DataException(
          "%d samples are too few for %d classes".formatted(known.length, classes));
    }
    if (features.isNaN().logicalOr(features.isInfinite()).any().getBoolean()) {
      throw new NumericException(
          "the features of split \"%s\" are not finite; the network has diverged: go back to an earlier checkpoint, or set a lower train.optimizer.learning-rate"
              .formatted(split));
    }
    NDArray unit = features.div(features.norm(new int[] {1}, true).maximum(1e-12));
    Clusters clusters = clustering.fit(unit, classes, draws);
    return ClassCounts.estimate(clusters.assignments(), known, classes).counts();
  }
}
