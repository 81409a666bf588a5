package io.dyad.contrast.hydra;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Relation;

/**
 * Which samples are positives and negatives of class pairs: keys of the second class are positives,
 * other keys of the first class are ignored, and the rest are negatives.
 */
public final class ClassPairs {
  /** Note of pairs: the class of each anchor, int64, shape (N). */
  public static final String ANCHOR_CLASS = "anchor-class";

  /** Note of pairs: the second class of each anchor's pair, int64, shape (N). */
  public static final String PARTNER_CLASS = "partner-class";

  private ClassPairs() {}

  /**
   * Returns the weights of pairs.
   *
   * @param anchors class of each anchor, int64, shape (A)
   * @param partners second class of each anchor's pair, same shape
   * @param keys class of each key, int64, shape (K)
   */
  public static Relation relation(NDArray anchors, NDArray partners, NDArray keys) {
    NDArray each = keys.expandDims(0);
    NDArray positive = partners.expandDims(1).eq(each);
    NDArray negative = positive.logicalOr(anchors.expandDims(1).eq(each)).logicalNot();
    return Relation.of(
        positive.toType(DataType.FLOAT32, false), negative.toType(DataType.FLOAT32, false));
  }
}
