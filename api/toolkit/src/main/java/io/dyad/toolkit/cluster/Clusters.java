package io.dyad.toolkit.cluster;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Stable;
import java.util.Arrays;

/**
 * Rows divided into clusters, each row in that of the nearest centroid.
 *
 * @since 0.1
 */
@Stable
public final class Clusters {
  private final NDArray centroids;
  private final long[] assignments;
  private final double[] squares;

  Clusters(NDArray centroids, long[] assignments, double[] squares) {
    this.centroids = centroids;
    this.assignments = assignments;
    this.squares = squares;
  }

  /** Returns the means of the clusters, shape (clusters, D), in the manager of the rows. */
  public NDArray centroids() {
    return centroids;
  }

  /** Returns the cluster of each row, from 0. */
  public long[] assignments() {
    return assignments.clone();
  }

  /** Returns how many rows each cluster has; 0 is possible where rows are equal. */
  public long[] sizes() {
    long[] sizes = new long[Math.toIntExact(centroids.getShape().get(0))];
    for (long cluster : assignments) {
      sizes[(int) cluster]++;
    }
    return sizes;
  }

  /** Returns the sum over all rows of the squared distance to their centroid. */
  public double inertia() {
    return Arrays.stream(squares).sum();
  }

  /** Returns the squared distance of each row to its centroid; not a copy. */
  double[] squares() {
    return squares;
  }

  boolean sameAssignments(Clusters other) {
    return Arrays.equals(assignments, other.assignments);
  }
}
