package io.dyad.contrast.hydra;

/** Over what the loss is a mean. */
public enum PositiveAverage {
  /** Over anchors, each a mean over its positives; an anchor without counts as zero. */
  PER_ANCHOR,
  /** Over all positive pairs. */
  ALL_PAIRS
}
