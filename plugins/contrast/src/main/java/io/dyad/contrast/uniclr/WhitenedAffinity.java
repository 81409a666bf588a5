package io.dyad.contrast.uniclr;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The equations of UniCLR. Rows are scaled to unit length; affinities are {@code (first - mean)
 * covariance^-1 (second - mean)'}, solved by a Cholesky factor.
 */
public final class WhitenedAffinity {
  private final Kernel kernel;

  /** Creates it from a compiler of kernels. */
  public WhitenedAffinity(Kernels kernels) {
    kernel = kernels.resource(WhitenedAffinity.class, "whitened-affinity");
  }

  /**
   * Returns mean (1, D) and covariance (D, D) of the rows of both views together.
   *
   * @param first shape (N, D)
   * @param second shape (N, D)
   * @param ridge added to the diagonal of the covariance
   */
  public NDList statistics(NDArray first, NDArray second, double ridge) {
    return kernel.call("statistics", first, second, ridge);
  }

  /**
   * Returns mean, covariance and number of rows after a batch was added to them.
   *
   * @param running mean (1, D), covariance (D, D), number of rows () in int64; constants
   * @param batch mean and covariance, through which gradients flow
   * @param rows how many the batch has
   * @param retention by what the weight of earlier rows is multiplied
   */
  NDList absorbed(NDList running, NDList batch, long rows, double retention) {
    return kernel.call("absorbed", running, batch, rows, retention);
  }

  /** Overwrites running statistics by others, without gradients. */
  void store(NDList running, NDList other) {
    kernel.call("store", running, other);
  }

  /**
   * Returns the affinities of all samples.
   *
   * @param first shape (N, D)
   * @param second shape (N, D)
   * @param statistics mean and covariance
   * @return shape (N, N)
   */
  public NDArray matrix(NDArray first, NDArray second, NDList statistics) {
    return kernel
        .call("matrix", first, second, statistics.get(0), statistics.get(1))
        .singletonOrThrow();
  }

  /** Returns the mean of the diagonal of that matrix, without making it; shape (). */
  NDArray meanOfDiagonal(NDArray first, NDArray second, NDList statistics) {
    return kernel
        .call("mean_of_diagonal", first, second, statistics.get(0), statistics.get(1))
        .singletonOrThrow();
  }

  /** Returns the mean cross entropy of rows that should pick the diagonal; shape (). */
  NDArray crossEntropy(NDArray logits) {
    return kernel.call("cross_entropy", logits).singletonOrThrow();
  }
}
