package io.dyad.contrast.co2;

import ai.djl.ndarray.NDArray;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Relation;

/**
 * The equation, in nats: with Q(n) proportional to exp(q u_n / t) and P(n) to exp(k u_n / t) over
 * candidates u, the mean over samples of (KL(Q, P) + KL(P, Q)) / 2. Rows are scaled to unit length.
 */
final class Co2Equation {
  private final Kernel kernel;
  private final Co2Options options;

  Co2Equation(Kernels kernels, Co2Options options) {
    kernel = kernels.resource(Co2Equation.class, "co2");
    this.options = options;
  }

  /**
   * Returns the term for two views whose candidates are the rows of the other one: row i of all
   * shows sample i, and candidate j of both distributions is sample j.
   *
   * @param anchors shape (N, D); so are the others
   * @param backAnchors what {@code keys} are as anchors
   * @param backKeys what {@code anchors} are as keys
   * @return shape ()
   */
  NDArray mirrored(NDArray anchors, NDArray keys, NDArray backAnchors, NDArray backKeys) {
    return kernel
        .call(
            "mirrored",
            anchors,
            keys,
            backAnchors,
            backKeys,
            options.temperature(),
            options.positiveIncluded())
        .singletonOrThrow();
  }

  /**
   * Returns the term for anchors and their positives, whose candidates are the negatives.
   *
   * @param anchors shape (A, D)
   * @param keys shape (K, D)
   * @return shape ()
   */
  NDArray related(NDArray anchors, NDArray keys, Relation relation) {
    Relation.Block block = relation.block(0, anchors.getShape().get(0));
    return kernel
        .call(
            "related",
            anchors,
            keys,
            block.positive(),
            block.denominator(),
            options.temperature(),
            options.positiveIncluded())
        .singletonOrThrow();
  }
}
