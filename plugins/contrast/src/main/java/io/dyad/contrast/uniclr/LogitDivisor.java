package io.dyad.contrast.uniclr;

/** What the whitened affinities are divided by, beside the temperature, before they are logits. */
public enum LogitDivisor {
  /** Nothing. */
  NONE,
  /** The number of samples, as the authors' code has it: flat logits at large batches. */
  SAMPLES,
  /** The width of rows, which is what a whitened row multiplied by itself is about. */
  WIDTH;

  double of(long samples, long width) {
    return switch (this) {
      case NONE -> 1;
      case SAMPLES -> samples;
      case WIDTH -> width;
    };
  }
}
