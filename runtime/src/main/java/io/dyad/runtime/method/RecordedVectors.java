package io.dyad.runtime.method;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which reference vectors pass; the resource {@code results/vectors.json}.
 *
 * @param methods by the folder of the vectors
 */
public record RecordedVectors(Map<String, Tally> methods) {
  /** Copies the tallies, sorted by method. */
  public RecordedVectors {
    methods = Collections.unmodifiableMap(new TreeMap<>(methods));
  }

  /**
   * The vectors of a method.
   *
   * @param passed how many pass
   * @param cases how many there are
   */
  public record Tally(int passed, int cases) {
    Tally plus(Tally other) {
      return new Tally(passed + other.passed, cases + other.cases);
    }
  }
}
