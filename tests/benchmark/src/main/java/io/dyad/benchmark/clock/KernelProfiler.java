package io.dyad.benchmark.clock;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Adds to a case that uses {@link #CLOCK} what it says: {@code -prof} with this class's name. */
public final class KernelProfiler implements InternalProfiler {
  /** The clock of the running case; JMH makes profilers and cases apart from each other. */
  public static final StepClock CLOCK = new StepClock();

  @Override
  public String getDescription() {
    return "time of a step inside each kernel and outside all";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    CLOCK.reset();
  }

  @Override
  public List<Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    if (CLOCK.ran()) {
      results.add(result("thread-cpu", CLOCK.processor()));
      results.add(result("outside-kernels", CLOCK.outside()));
      CLOCK.inside().forEach((function, time) -> results.add(result(function, time)));
    }
    return results;
  }

  private static ScalarResult result(String name, double microseconds) {
    return new ScalarResult(name, microseconds, "us/op", AggregationPolicy.AVG);
  }
}
