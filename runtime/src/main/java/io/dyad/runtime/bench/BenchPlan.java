package io.dyad.runtime.bench;

import io.dyad.api.ConfigurationException;

/**
 * How many steps a bench makes.
 *
 * @param warmup first, not measured
 * @param steps measured, at least 1
 * @param profiled after those, under the engine's profiler, at most; 0: no profile
 */
public record BenchPlan(int warmup, int steps, int profiled) {
  /**
   * Checks the numbers.
   *
   * @throws ConfigurationException if one is too small
   */
  public BenchPlan {
    require("--steps", steps, 1);
    require("--warmup", warmup, 0);
    require("profiled steps", profiled, 0);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new ConfigurationException(
          "%s must be at least %d, got %d".formatted(name, least, value));
    }
  }

  /** Returns how many steps there are at most. */
  public long total() {
    return (long) warmup + steps + profiled;
  }
}
