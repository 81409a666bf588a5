package io.dyad.benchmark.clock;

import io.dyad.runtime.memory.ProcessMemory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Adds the most memory that the process ever held, its start and set-up included. */
public final class PeakMemoryProfiler implements InternalProfiler {
  private static final double MEGABYTE = 1 << 20;

  @Override
  public String getDescription() {
    return "peak resident set of the process";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double peak = ProcessMemory.peak() / MEGABYTE;
    return List.of(new ScalarResult("peak-resident", peak, "MB", AggregationPolicy.MAX));
  }
}
