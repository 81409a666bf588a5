package io.dyad.contrast.amcl;

/** What the contrastive loss makes of similarities and temperatures. */
public enum AmclForm {
  /** A softmax over all negatives; only positives have the regulariser. */
  CROSS_ENTROPY,
  /** The published equation 2.1: the hardest negatives alone, with the regulariser, too. */
  TABLE
}
