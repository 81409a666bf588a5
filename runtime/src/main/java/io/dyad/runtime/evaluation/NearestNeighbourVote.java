package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The k nearest neighbours of each query vote for their classes with weight {@code exp(cosine /
 * temperature)}.
 *
 * <p>Source: Wu et al. 2018 (instance discrimination), section 3.4.
 */
public final class NearestNeighbourVote {
  private final Kernel kernel;
  private final NearestNeighbours search;

  /** Creates the vote. */
  public NearestNeighbourVote(Kernels kernels) {
    kernel = kernels.resource(NearestNeighbourVote.class, "knn");
    search = new NearestNeighbours(kernels);
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
    NDArray origin = NearestNeighbours.zero(bank);
    return votes(bank, bankLabels, queries, origin, k, temperature, classes);
  }

  /** Returns the votes of rows as they are seen from an origin, shape (1, D). */
  NDArray votes(
      NDArray bank,
      NDArray bankLabels,
      NDArray queries,
      NDArray origin,
      int k,
      double temperature,
      long classes) {
    Shape shape = new Shape(queries.getShape().get(0), classes);
    NDArray votes = bank.getManager().zeros(shape, bank.getDataType());
    search.visit(
        bank,
        queries,
        origin,
        k,
        (first, found) ->
            kernel.call(
                "vote", votes, first, found.cosines(), found.places(), bankLabels, temperature));
    return votes;
  }

  /** Returns the classes of each row of votes, most votes first, ties by lower class; int64. */
  public NDArray ranked(NDArray votes) {
    NDList ranked = kernel.call("ranked", votes);
    return ranked.singletonOrThrow();
  }
}
