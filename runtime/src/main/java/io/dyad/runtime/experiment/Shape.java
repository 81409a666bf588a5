package io.dyad.runtime.experiment;

/** The curve of the learning rate after its warm-up. */
public enum Shape {
  /** It stays. */
  CONSTANT,
  /** It falls along half a cosine. */
  COSINE,
  /** It falls by a factor at each milestone. */
  STEP
}
