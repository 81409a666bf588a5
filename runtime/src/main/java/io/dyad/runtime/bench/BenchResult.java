package io.dyad.runtime.bench;

import io.dyad.runtime.bench.profile.OperatorProfile;
import io.dyad.runtime.run.Json;
import io.dyad.runtime.run.RunEnvironment;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How fast an experiment trains, for scripts. The keys and their order are stable.
 *
 * @param experiment its name
 * @param warmup steps before those that were measured
 * @param steps that were measured
 * @param samplesPerStep samples of the data, on average
 * @param viewsPerSample what is encoded of each
 * @param samplesPerSecond from the first measured step's begin to the last one's end
 * @param viewsPerSecond the same in views
 * @param stepSeconds how long the steps took
 * @param shares where that time went
 * @param betweenSteps the share of the time between the steps: ends of epochs
 * @param kernelSeconds seconds a step in each function, by {@code KERNEL.FUNCTION}
 * @param memory of the process
 * @param profile where time goes by operator; null if it was not asked for
 * @param environment versions, device, threads and seed
 */
public record BenchResult(
    String experiment,
    int warmup,
    int steps,
    double samplesPerStep,
    int viewsPerSample,
    double samplesPerSecond,
    double viewsPerSecond,
    StepSeconds stepSeconds,
    StepShares shares,
    double betweenSteps,
    Map<String, Double> kernelSeconds,
    MemoryUse memory,
    @Nullable OperatorProfile profile,
    RunEnvironment environment) {
  /** Copies the times of kernels, sorted by name. */
  public BenchResult {
    kernelSeconds = Collections.unmodifiableMap(new TreeMap<>(kernelSeconds));
  }

  static BenchResult of(
      String experiment, BenchPlan plan, int views, StepTimer timer, RunEnvironment environment) {
    MeasuredSteps steps = timer.measured();
    return new BenchResult(
        experiment,
        plan.warmup(),
        steps.count(),
        steps.samplesPerStep(),
        views,
        steps.samplesPerSecond(),
        steps.samplesPerSecond() * views,
        steps.seconds(),
        steps.shares(),
        steps.betweenSteps(),
        steps.kernelSeconds(),
        steps.memory(),
        timer.profile().orElse(null),
        environment);
  }

  /** Returns the result as one line of JSON. */
  public String toJson() {
    return Json.line(this);
  }
}
