package io.dyad.toolkit.draws;

/**
 * Numbers that depend on a key and a counter only.
 *
 * <p>Source: Steele, Lea and Flood 2014 (SplitMix) with the mixing constants of Stafford; Marsaglia
 * and Tsang 2000 for normal and for Gamma numbers.
 */
final class RandomStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  RandomStream(long key) {
    state = key;
  }

  /** Returns the key of something within something: a name within a place, a row within a draw. */
  static long key(long outer, long inner) {
    return mix(mix(outer) + GOLDEN * (inner + 1));
  }

  static long key(long outer, String name) {
    long key = mix(outer ^ GOLDEN);
    for (int i = 0; i < name.length(); i++) {
      key = key(key, name.charAt(i));
    }
    return key;
  }

  long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** Returns a number below {@code bound}. */
  long below(long bound) {
    return Long.remainderUnsigned(nextLong(), bound);
  }

  /** Writes numbers in [0, 1) that float32 holds exactly. */
  void uniform(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = (nextLong() >>> 40) * 0x1p-24f;
    }
  }

  /** Writes numbers of mean 0 and variance 1. */
  void normal(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = (float) Ziggurat.normal(this);
    }
  }

  /** The ratio of two Gamma numbers is taken in logarithms, since small shapes underflow. */
  double beta(double alpha, double beta) {
    return 1 / (1 + Math.exp(logGamma(beta) - logGamma(alpha)));
  }

  private double logGamma(double shape) {
    if (shape < 1) {
      return logGamma(shape + 1) + Math.log(open()) / shape;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = Ziggurat.normal(this);
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        if (Math.log(open()) < 0.5 * x * x + d - d * cube + d * Math.log(cube)) {
          return Math.log(d) + Math.log(cube);
        }
      }
    }
  }

  /** Returns a number in (0, 1). */
  double open() {
    return ((nextLong() >>> 11) + 0.5) * 0x1p-53;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
