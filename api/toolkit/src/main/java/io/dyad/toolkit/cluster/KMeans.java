package io.dyad.toolkit.cluster;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.NumericException;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;

/**
 * k-means: begins with centroids drawn far from each other (k-means++, Arthur and Vassilvitskii
 * 2007), then moves each to the mean of its rows (Lloyd) until no row changes its cluster; the best
 * of several starts by inertia.
 *
 * <p>The same rows and draws give the same clusters, on a GPU, too: sums are matrix products, never
 * additions in an order that varies. Distances are taken in blocks of rows, so that memory grows
 * with rows + clusters. A centroid that loses all its rows moves to the row farthest from its own.
 *
 * @since 0.1
 */
@Experimental
public final class KMeans {
  private static final int BLOCK = 4096;

  private final Kernel kernel;
  private final int starts;
  private final int iterations;

  /**
   * Creates the clustering.
   *
   * @param starts how often it begins anew, 1 or more
   * @param iterations how often the centroids of a start move at most
   */
  public KMeans(Kernels kernels, int starts, int iterations) {
    if (starts < 1 || iterations < 0) {
      throw new IllegalArgumentException(
          "k-means needs a start or more and no negative number of iterations, got %d and %d"
              .formatted(starts, iterations));
    }
    kernel = kernels.resource(KMeans.class, "k-means");
    this.starts = starts;
    this.iterations = iterations;
  }

  /**
   * Divides rows into clusters.
   *
   * @param rows shape (N, D), floating point, no gradient
   * @param clusters how many, 1 to N
   * @param draws decide where the centroids begin
   * @throws IllegalArgumentException if there are fewer rows than clusters
   * @throws NumericException if a row is not finite
   */
  public Clusters fit(NDArray rows, int clusters, Draws draws) {
    long count = rows.getShape().get(0);
    if (clusters < 1 || count < clusters) {
      throw new IllegalArgumentException(
          "%d rows cannot be divided into %d clusters".formatted(count, clusters));
    }
    Clusters best = converged(rows, clusters, draws.at("start", 0));
    for (int start = 1; start < starts; start++) {
      Clusters other = converged(rows, clusters, draws.at("start", start));
      if (other.inertia() < best.inertia()) {
        best.centroids().close();
        best = other;
      } else {
        other.centroids().close();
      }
    }
    return best;
  }

  private Clusters converged(NDArray rows, int clusters, Draws draws) {
    Clusters now = nearest(rows, begin(rows, clusters, draws));
    for (int i = 0; i < iterations; i++) {
      Clusters moved = nearest(rows, means(rows, now));
      now.centroids().close();
      boolean settled = moved.sameAssignments(now);
      now = moved;
      if (settled) {
        break;
      }
    }
    return now;
  }

  /** Each further centroid is a row, drawn by its squared distance to the nearest one so far. */
  private NDArray begin(NDArray rows, int clusters, Draws draws) {
    float[] picks = uniform(draws, clusters);
    long[] chosen = new long[clusters];
    double[] squares = new double[Math.toIntExact(rows.getShape().get(0))];
    Arrays.fill(squares, 1);
    for (int i = 0; i < clusters; i++) {
      chosen[i] = pick(squares, picks[i]);
      try (NDArray centroid = gathered(rows, chosen[i])) {
        double[] near = nearest(rows, centroid).squares();
        for (int row = 0; row < squares.length; row++) {
          squares[row] = i == 0 ? near[row] : Math.min(squares[row], near[row]);
        }
      }
    }
    return gathered(rows, chosen);
  }

  private static float[] uniform(Draws draws, int count) {
    try (NDArray drawn = draws.uniform("centroids", new Shape(count))) {
      return drawn.toFloatArray();
    }
  }

  /** Returns an index with a probability that goes with its weight; the first if all are zero. */
  private static int pick(double[] weights, double uniform) {
    double left = uniform * Arrays.stream(weights).sum();
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  private static NDArray gathered(NDArray rows, long... places) {
    NDManager manager = rows.getManager();
    try (NDArray host = manager.create(places);
        NDArray index = host.toDevice(rows.getDevice(), true)) {
      NDArray copy = rows.get(index);
      NDScope.unregister(copy);
      return copy;
    }
  }

  /** Returns the means of clusters; those without rows take the farthest rows, one each. */
  private NDArray means(NDArray rows, Clusters clusters) {
    long[] sizes = clusters.sizes();
    double[] squares = clusters.squares().clone();
    NDArray means = sums(rows, clusters);
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      float[] divisors = new float[sizes.length];
      for (int i = 0; i < sizes.length; i++) {
        divisors[i] = Math.max(1, sizes[i]);
      }
      NDArray column = rows.getManager().create(divisors, new Shape(sizes.length, 1));
      means.divi(column.toDevice(rows.getDevice(), false).toType(rows.getDataType(), false));
      for (int i = 0; i < sizes.length; i++) {
        if (sizes[i] == 0) {
          int farthest = farthest(squares);
          squares[farthest] = 0;
          means.set(new NDIndex(i), rows.get(farthest));
        }
      }
    }
    return means;
  }

  private static int farthest(double[] squares) {
    int found = 0;
    for (int i = 1; i < squares.length; i++) {
      if (squares[i] > squares[found]) {
        found = i;
      }
    }
    return found;
  }

  private NDArray sums(NDArray rows, Clusters clusters) {
    NDArray sums = clusters.centroids().zerosLike();
    NDScope.unregister(sums);
    long[] assignments = clusters.assignments();
    blocks(
        rows,
        (some, from) -> {
          int to = from + Math.toIntExact(some.getShape().get(0));
          NDArray labels = rows.getManager().create(Arrays.copyOfRange(assignments, from, to));
          NDArray onDevice = labels.toDevice(rows.getDevice(), false);
          sums.addi(kernel.call("sums", some, onDevice, sums.size(0)).singletonOrThrow());
        });
    return sums;
  }

  private Clusters nearest(NDArray rows, NDArray centroids) {
    int count = Math.toIntExact(rows.getShape().get(0));
    long[] assignments = new long[count];
    double[] squares = new double[count];
    blocks(
        rows,
        (some, from) -> {
          NDList found = kernel.call("nearest", some, centroids);
          long[] labels = found.get(0).toLongArray();
          System.arraycopy(labels, 0, assignments, from, labels.length);
          double[] distances = found.get(1).toType(DataType.FLOAT64, false).toDoubleArray();
          System.arraycopy(distances, 0, squares, from, distances.length);
        });
    Clusters clusters = new Clusters(centroids, assignments, squares);
    if (!Double.isFinite(clusters.inertia())) {
      throw new NumericException("k-means was given rows that are not finite");
    }
    return clusters;
  }

  private static void blocks(NDArray rows, ObjIntConsumer<NDArray> work) {
    int count = Math.toIntExact(rows.getShape().get(0));
    for (int from = 0; from < count; from += BLOCK) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        work.accept(rows.get(new NDIndex("{}:{}", from, Math.min(count, from + BLOCK))), from);
      }
    }
  }
}
