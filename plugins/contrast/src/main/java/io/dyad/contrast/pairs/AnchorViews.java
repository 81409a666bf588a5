package io.dyad.contrast.pairs;

/** Which views are anchors. */
public enum AnchorViews {
  /** All of them. */
  ALL,
  /** The first. */
  ONE
}
