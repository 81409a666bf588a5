package io.dyad.contrast.amcl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Experimental;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Relation;

/**
 * The equations, in nats. A pair of rows a, b has in each head the cosine s and the temperature
 *
 * <pre>
 * t = lowest + (highest - lowest) sigmoid(W2 relu(W1 [a ; b] + b1) + b2)
 * </pre>
 *
 * and the regulariser {@code Omega(t) = D / 2 log t + 1 / t} keeps t from being lowered or raised
 * without reason.
 */
@Experimental
public final class AmclEquation {
  /** Numbers of the hidden layers that are held at once: 4 MB, which stay in the cache. */
  private static final long AT_ONCE = 1L << 20;

  private final Kernel kernel;
  private final long atOnce;

  /** Creates the equations. */
  public AmclEquation(Kernels kernels) {
    this(kernels, AT_ONCE);
  }

  /** Holds {@code atOnce} numbers of the hidden layers. */
  AmclEquation(Kernels kernels, long atOnce) {
    kernel = kernels.resource(AmclEquation.class, "amcl");
    this.atOnce = atOnce;
  }

  /** Returns cosines along the last axis; the other axes are broadcast. */
  public NDArray similarity(NDArray first, NDArray second) {
    return kernel.call("similarity", first, second).singletonOrThrow();
  }

  /**
   * Returns the temperature of each row with the other at its place.
   *
   * @param first shape (heads, N, D)
   * @param second shape (heads, N, D)
   * @param networks shapes (heads, H, 2 D), (heads, H), (heads, 1, H) and (heads, 1)
   * @return shape (heads, N)
   */
  public NDArray temperature(
      NDArray first, NDArray second, NDList networks, TemperatureOptions limits) {
    return kernel
        .call("aligned", first, second, networks, limits.lowest(), limits.highest())
        .singletonOrThrow();
  }

  /** Returns Omega of each temperature; {@code width} is D. */
  public NDArray regulariser(NDArray temperature, long width) {
    return kernel.call("regulariser", temperature, width).singletonOrThrow();
  }

  /** Returns the places of the largest along the last axis, int64; one at ties. */
  public NDArray hardest(NDArray similarities, int count) {
    return kernel.call("hardest", similarities, count).singletonOrThrow();
  }

  /**
   * Returns equation 2.1 for chosen pairs, the mean over N and the sum over heads.
   *
   * @param positive similarities, shape (heads, N, pairs)
   * @param positiveWeight of each pair, sum 1 for each anchor, shape (heads or 1, N, pairs)
   * @param width D
   * @return shape ()
   */
  public NDArray chosen(
      NDArray positive,
      NDArray positiveTemperature,
      NDArray positiveWeight,
      NDArray negative,
      NDArray negativeTemperature,
      NDArray negativeWeight,
      long width,
      double beta) {
    return kernel
        .call(
            "chosen",
            positive,
            positiveTemperature,
            positiveWeight,
            negative,
            negativeTemperature,
            negativeWeight,
            width,
            beta)
        .singletonOrThrow();
  }

  /** Returns cross-correlations of features, (heads, D, D), of two arrays (heads, N, D). */
  public NDArray correlation(NDArray first, NDArray second) {
    return kernel.call("correlation", first, second).singletonOrThrow();
  }

  /**
   * Returns equation 2.3.
   *
   * @param correlation shape (heads, D, D)
   * @param positiveTemperature shape (heads, D)
   * @param negativeTemperature shape (heads, D, D); its diagonal does not count
   * @return shape ()
   */
  public NDArray decorrelated(
      NDArray correlation,
      NDArray positiveTemperature,
      NDArray negativeTemperature,
      double lambda,
      double beta) {
    return kernel
        .call("decorrelated", correlation, positiveTemperature, negativeTemperature, lambda, beta)
        .singletonOrThrow();
  }

  /** Returns the cross-entropy form of rows (N, heads, D) or (N, D), and the saturated share. */
  NDList crossEntropy(
      NDArray anchors,
      NDArray keys,
      TemperatureNetworks networks,
      Relation.Block relation,
      double beta) {
    long numbers = keys.getShape().get(0) * networks.hidden();
    TemperatureOptions limits = networks.options();
    return kernel.call(
        "cross_entropy",
        anchors,
        keys,
        networks.all(),
        relation.positive().toType(anchors.getDataType(), false),
        relation.denominator().toType(anchors.getDataType(), false),
        limits.lowest(),
        limits.highest(),
        beta,
        Math.max(1, atOnce / numbers));
  }

  /**
   * Returns equation 2.1 of rows (N, heads, D) or (N, D), and the saturated share.
   *
   * @param positives how many positives an anchor has at most
   * @param negatives how many negatives count
   */
  NDList table(
      NDArray anchors,
      NDArray keys,
      TemperatureNetworks networks,
      Relation.Block relation,
      long positives,
      long negatives,
      double beta) {
    TemperatureOptions limits = networks.options();
    return kernel.call(
        "table",
        anchors,
        keys,
        networks.all(),
        relation.positive().toType(anchors.getDataType(), false),
        relation.denominator().toType(anchors.getDataType(), false),
        positives,
        Math.min(negatives, keys.getShape().get(0)),
        limits.lowest(),
        limits.highest(),
        beta);
  }

  /** Returns one direction of equation 2.2, and the saturated share. */
  NDList follow(NDArray predictions, NDArray targets, TemperatureNetworks networks, double beta) {
    TemperatureOptions limits = networks.options();
    return kernel.call(
        "follow", predictions, targets, networks.all(), limits.lowest(), limits.highest(), beta);
  }

  /** Returns equation 2.3 of rows (N, heads, D) or (N, D), and the saturated share. */
  NDList barlow(
      NDArray first, NDArray second, TemperatureNetworks networks, double lambda, double beta) {
    TemperatureOptions limits = networks.options();
    return kernel.call(
        "barlow", first, second, networks.all(), limits.lowest(), limits.highest(), lambda, beta);
  }
}
