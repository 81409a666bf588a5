package io.dyad.runtime.training;

import java.util.List;

/**
 * How many numbers of an observation fall into each of some bins of one width.
 *
 * @param low lower end of the first bin
 * @param high upper end of the last bin
 * @param counts of each bin
 */
public record Distribution(double low, double high, List<Long> counts) {
  /** Copies the counts. */
  public Distribution {
    counts = List.copyOf(counts);
  }
}
