package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The k nearest neighbours of each query vote for their classes with weight {@code exp(cosine /
 * temperature)}.
 *
 * <p>Source: Wu et al. 2018 (instance discrimination), section 3.4.
 */
public final class NearestNeighbourVote {
  /**
   * Queries are compared in chunks of this many rows, so that no queries x bank array is needed.
   */
  private static final long CHUNK = 1024;

  private final Kernel kernel;

  /** Creates the vote. */
  public NearestNeighbourVote(Kernels kernels) {
    this.kernel = kernels.resource(NearestNeighbourVote.class, "knn");
  }

  /**
   * Returns the votes. Rows are scaled to unit length here.
   *
   * @param bank features, shape (M, D)
   * @param bankLabels int64, shape (M), in 0 .. {@code classes} - 1
   * @param queries features, shape (N, D)
   * @param k how many neighbours vote; at most M of them do
   * @param temperature greater than 0
   * @return shape (N, classes), owned by the manager of {@code bank}
   */
  public NDArray votes(
      NDArray bank, NDArray bankLabels, NDArray queries, int k, double temperature, long classes) {
    long neighbours = Math.min(k, bank.getShape().get(0));
    return kernel
        .call("votes", bank, bankLabels, queries, neighbours, temperature, classes, CHUNK)
        .singletonOrThrow();
  }

  /** Returns the classes of each row of votes, most votes first, ties by lower class; int64. */
  public NDArray ranked(NDArray votes) {
    NDList ranked = kernel.call("ranked", votes);
    return ranked.singletonOrThrow();
  }
}
