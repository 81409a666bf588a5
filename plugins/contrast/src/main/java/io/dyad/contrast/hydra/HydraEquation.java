package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;

/**
 * The equation, in nats. For anchor i with the gate g of its class pair, its positives P and
 * negatives N:
 *
 * <pre>
 * term(i,j) = log(exp l(i,j) + sum over n in N of exp l(i,n)) - l(i,j)        for j in P
 * </pre>
 *
 * <p>The logits l are similarities seen through the gate, divided by the temperature, less a share
 * of the plain cosine where there is repulsion. Other positives are in no denominator, so that a
 * term is never negative.
 */
public final class HydraEquation {
  private final Kernel kernel;
  private final boolean gateFirst;
  private final boolean allPairs;

  /** Compiles the equation. */
  public HydraEquation(Kernels kernels, Gating gating, PositiveAverage average) {
    kernel = kernels.resource(HydraEquation.class, "hydra");
    gateFirst = gating == Gating.GATE_THEN_NORMALISE;
    allPairs = average == PositiveAverage.ALL_PAIRS;
  }

  /**
   * Returns the logits.
   *
   * @param anchors shape (A, D)
   * @param keys shape (K, D)
   * @param gates one an anchor, shape (A, D) or (1, D)
   * @param logScale the logarithm of one by the temperature, shape () or (1)
   * @param repulsion share of the plain cosine that is subtracted, shape () or (1)
   * @param repels whether there is any
   * @return shape (A, K)
   */
  public NDArray logits(
      NDArray anchors,
      NDArray keys,
      NDArray gates,
      NDArray logScale,
      NDArray repulsion,
      boolean repels) {
    return kernel
        .call("logits", anchors, keys, gates, gateFirst, logScale, repulsion, repels)
        .singletonOrThrow();
  }

  /**
   * Returns the loss, shape (), NaN for a mean over pairs where there are none; then how many
   * positives and how many negatives an anchor has in the mean.
   *
   * @param logits shape (A, K)
   * @param positive weights of positives, same shape
   * @param negative weights of negatives, same shape
   */
  public NDList contrast(NDArray logits, NDArray positive, NDArray negative) {
    return kernel.call("contrast", logits, positive, negative, allPairs);
  }
}
