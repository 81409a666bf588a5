package io.dyad.graph.source;

/** Reads numbers from fields of files. */
final class Numbers {
  private Numbers() {}

  /** Returns the number a field holds, or {@link Integer#MIN_VALUE} if it holds none. */
  static int integer(String field) {
    try {
      return Integer.parseInt(field);
    } catch (NumberFormatException e) {
      return Integer.MIN_VALUE;
    }
  }

  /** Returns the number a field holds, or NaN if it holds none. */
  static double real(String field) {
    try {
      return Double.parseDouble(field);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
