package io.dyad.runtime.experiment;

/** Which views are encoded in one call. */
public enum Group {
  /** Each view by itself. */
  EACH,
  /** Views of the same size together. */
  SIZE,
  /** All views together. */
  ALL
}
