package io.dyad.runtime.run;

import java.util.List;

/**
 * How often values fall between two bounds, in bins of one width.
 *
 * @param low lower end of the first bin
 * @param high upper end of the last bin
 * @param counts of each bin
 */
public record Histogram(double low, double high, List<Long> counts) {
  /** Copies the counts. */
  public Histogram {
    counts = List.copyOf(counts);
  }

  /** Returns where a bin begins; that after the last is where the last ends. */
  double start(int bin) {
    return low + (high - low) * bin / counts.size();
  }
}
