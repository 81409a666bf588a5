package io.dyad.benchmark.clock;

import io.dyad.runtime.memory.ProcessMemory;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds the most memory that the process of a case ever had resident and, if the case calls {@link
 * #idle}, by how much that is above what there was then. Meaningful in a fork that runs one case.
 */
public final class MemoryProfiler implements InternalProfiler {
  private static final double MEGABYTE = 1e6;
  private static volatile long idle;

  /** Says that all is set up and nothing has run. */
  public static void idle() {
    idle = ProcessMemory.resident();
  }

  @Override
  public String getDescription() {
    return "peak of the process's memory, and above what it was before the first operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public List<Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    results.add(megabytes("peak-resident", ProcessMemory.peak()));
    if (idle > 0) {
      results.add(megabytes("peak-above-idle", ProcessMemory.peak() - idle));
    }
    return results;
  }

  private static ScalarResult megabytes(String name, long bytes) {
    return new ScalarResult(name, bytes / MEGABYTE, "MB", AggregationPolicy.MAX);
  }
}
