package io.dyad.contrast.swav;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The equations, in nats. Scores are cosines of rows and prototypes of unit length. The codes q of
 * a view carry no gradient; another view predicts them at the cost of a cross entropy:
 *
 * <pre>
 * cost(q, s) = - mean over samples of sum_k q_k log softmax(s / temperature)_k
 * </pre>
 *
 * <p>Codes are the solution of a transport problem: each sample has one unit of weight, and all
 * prototypes are to get the same. It is approached by sweeps that make the weights of each
 * prototype and then those of each sample equal, in logarithms, so that any softness is safe.
 */
@Experimental
public final class SwavEquation {
  private final Kernel kernel;
  private final SwavOptions options;

  /** Creates the equations. */
  public SwavEquation(Kernels kernels, SwavOptions options) {
    kernel = kernels.resource(SwavEquation.class, "swav");
    this.options = options;
  }

  /**
   * Returns the codes of scores.
   *
   * @param scores shape (N, K)
   * @return shape (N, K), rows of sum 1
   */
  public NDArray codes(NDArray scores) {
    return kernel
        .call("codes", scores, options.epsilon(), options.sweeps(), balanced())
        .singletonOrThrow();
  }

  /**
   * Returns the scores of rows against prototypes.
   *
   * @param rows shape (N, D), of any length
   * @param prototypes shape (K, D), of unit length
   * @return shape (N, K)
   */
  public NDArray scores(NDArray rows, NDArray prototypes) {
    return kernel.call("scores", rows, prototypes).singletonOrThrow();
  }

  /** Gives prototypes unit length, in place. */
  void normalize(NDList prototypes) {
    prototypes.forEach(set -> kernel.call("normalize", set).close());
  }

  /**
   * Returns the mean cost of some predictions, and the entropies of the mean code and of the mean
   * prediction as shares of the largest there can be.
   *
   * @param rows views of shape (N, D) each, then the queues, shape (M, D) each
   * @param plan who makes codes and who predicts them
   * @param prototypes sets of shape (K, D)
   * @param frozen whether prototypes get no gradient
   * @return three scalars
   */
  NDList swapped(NDList rows, Swaps plan, NDList prototypes, boolean frozen) {
    return kernel.call(
        "swapped",
        rows,
        plan.views().size(),
        prototypes,
        frozen,
        plan.codes(),
        plan.queues(),
        plan.predictedCodes(),
        plan.predictingViews(),
        options.temperature(),
        options.epsilon(),
        options.sweeps(),
        balanced());
  }

  private boolean balanced() {
    return options.codes() == Codes.SINKHORN;
  }
}
