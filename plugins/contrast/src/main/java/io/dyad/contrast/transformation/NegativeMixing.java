package io.dyad.contrast.transformation;

/** What becomes of the rows of the bank. */
public enum NegativeMixing {
  /** Each is mixed with another one. */
  INTERPOLATE,
  /** They stay as they are. */
  NONE
}
