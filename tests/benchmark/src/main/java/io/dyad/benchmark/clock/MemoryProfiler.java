package io.dyad.benchmark.clock;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds to a case that calls {@link #idle} by how much the process's memory rose above that, at its
 * peak. Meaningful in a fork that runs one case.
 */
public final class MemoryProfiler implements InternalProfiler {
  private static volatile double idle = Double.NaN;

  /** Says that all is set up and nothing has run. */
  public static void idle() {
    idle = ResidentSet.megabytes();
  }

  @Override
  public String getDescription() {
    return "peak of the process's memory above what it was before the first operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (Double.isNaN(idle)) {
      return List.of();
    }
    double above = ResidentSet.peakMegabytes() - idle;
    return List.of(new ScalarResult("peak-above-idle", above, "MB", AggregationPolicy.MAX));
  }
}
