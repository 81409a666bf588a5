package io.dyad.contrast.scores;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Relation;

/**
 * What the scores of anchors with keys, their products, show of positive and negative pairs. A
 * negative is a pair that is in the denominator and no positive. Nothing here carries a gradient.
 *
 * <p>Source: "Improving Contrastive Learning by Visualizing Feature Transformation", ICCV 2021.
 *
 * @param anchors per anchor the mean and unbiased variance of its negative scores, the mean of its
 *     positive scores, and the means of exp(score / temperature) of negatives and of positives;
 *     shape (A, 5)
 * @param means the same averaged over anchors, and last the unbiased variance of the positive
 *     scores over anchors; shape (6)
 * @param positives scores of positive pairs, evenly spaced among all; shape (P)
 * @param negatives scores of negative pairs, evenly spaced among all; shape (M)
 */
public record ScoreStatistics(
    NDArray anchors, NDArray means, NDArray positives, NDArray negatives) {
  /** More would not change the shape of a histogram. */
  private static final int MOST = 4096;

  /** Computes statistics. */
  public static final class Equation {
    private final Kernel kernel;
    private final double temperature;
    private final boolean normalize;

    /**
     * Compiles the equation.
     *
     * @param temperature of the exponentials
     * @param normalize whether rows are scaled to unit length, so that scores are cosines
     */
    public Equation(Kernels kernels, double temperature, boolean normalize) {
      kernel = kernels.resource(ScoreStatistics.class, "scores");
      this.temperature = temperature;
      this.normalize = normalize;
    }

    /**
     * Returns the statistics.
     *
     * @param anchors shape (A, D)
     * @param keys shape (K, D)
     * @param weights of the pairs, shape (A, K)
     */
    public ScoreStatistics of(NDArray anchors, NDArray keys, Relation.Block weights) {
      NDList seen =
          kernel.call(
              "seen",
              anchors,
              keys,
              weights.positive(),
              weights.denominator(),
              temperature,
              normalize,
              MOST);
      return new ScoreStatistics(seen.get(0), seen.get(1), seen.get(2), seen.get(3));
    }
  }
}
