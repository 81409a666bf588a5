package io.dyad.contrast.transformation;

/** What becomes of an anchor and its positive key. */
public enum PositiveMixing {
  /** They are pushed apart, which makes them a harder pair. */
  EXTRAPOLATE,
  /** They are drawn together. */
  INTERPOLATE,
  /** They stay as they are. */
  NONE
}
