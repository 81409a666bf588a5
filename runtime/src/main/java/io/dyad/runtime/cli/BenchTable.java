package io.dyad.runtime.cli;

import io.dyad.runtime.bench.BenchResult;
import io.dyad.runtime.bench.MemoryUse;
import io.dyad.runtime.bench.StepSeconds;
import io.dyad.runtime.bench.profile.OperatorProfile;
import io.dyad.runtime.memory.Bytes;
import io.dyad.runtime.run.RunEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the result of a bench for a person. */
final class BenchTable {
  private final List<List<String>> rows = new ArrayList<>();

  private BenchTable() {}

  static void print(Console console, BenchResult result) {
    BenchTable table = new BenchTable();
    table.speed(result);
    table.memory(result.memory());
    table.surroundings(result.environment());
    console.table(table.rows);
    OperatorProfile profile = result.profile();
    if (profile != null) {
      BenchTable operators = new BenchTable();
      operators.profile(profile);
      console.print("");
      console.table(operators.rows);
    }
  }

  private void speed(BenchResult result) {
    row(
        "experiment",
        "%s, %d steps after %d",
        result.experiment(),
        result.steps(),
        result.warmup());
    row(
        "throughput",
        "%.1f samples/s, %.1f views/s (%.1f samples of %d views a step)",
        result.samplesPerSecond(),
        result.viewsPerSecond(),
        result.samplesPerStep(),
        result.viewsPerSample());
    StepSeconds step = result.stepSeconds();
    row(
        "step",
        "mean %s, p50 %s, p90 %s, p99 %s, max %s, on a core %s",
        time(step.mean()),
        time(step.p50()),
        time(step.p90()),
        time(step.p99()),
        time(step.max()),
        time(step.processor()));
    row(
        "of a step",
        "%s in kernels, %s waiting for data, %s outside (Java, and DJL's own operators)",
        percent(result.shares().kernels()),
        percent(result.shares().waiting()),
        percent(result.shares().outside()));
    row("between steps", "%s of all time (ends of epochs)", percent(result.betweenSteps()));
    result
        .kernelSeconds()
        .forEach((function, seconds) -> row("  " + function, "%s a step", time(seconds)));
  }

  private void memory(MemoryUse memory) {
    row(
        "resident set",
        "peak %s, steady %s",
        Bytes.text(memory.peakResidentBytes()),
        Bytes.text(memory.residentBytes()));
    if (memory.deviceBytes() != null) {
      row("device memory", "%s", Bytes.text(memory.deviceBytes()));
    }
    row(
        "Java's heap",
        "%s used, %d collections in %s",
        Bytes.text(memory.heapBytes()),
        memory.collections(),
        time(memory.collectionSeconds()));
  }

  private void surroundings(RunEnvironment here) {
    row(
        "device",
        "%s, %d threads of %d processors",
        here.device(),
        here.threads(),
        here.processors());
    row("seed", "%d", here.seed());
    row(
        "versions",
        "Dyad %s, DJL %s, %s %s, Java %s, %s",
        here.dyad(),
        here.djl(),
        here.engine(),
        here.libtorch(),
        here.java(),
        here.os());
  }

  private void profile(OperatorProfile profile) {
    OperatorProfile.Shares shares = profile.shares();
    row(
        "profile",
        "%d steps of %s with the profiler on",
        profile.steps(),
        time(profile.stepSeconds()));
    row("  convolution", "%s", percent(shares.convolution()));
    row("  matrix product", "%s", percent(shares.matrixProduct()));
    row("  memory-bound", "%s", percent(shares.memoryBound()));
    row("  optimizer", "%s", percent(shares.optimizer()));
    row("  copies", "%s", percent(shares.copies()));
    row("  dispatch", "%s", percent(shares.dispatch()));
    row("  waiting for data", "%s", percent(shares.waiting()));
    row("  Java", "%s", percent(shares.java()));
    profile
        .operators()
        .forEach(
            operator ->
                row(
                    operator.name(),
                    "%s in %.1f calls a step",
                    time(operator.seconds()),
                    operator.calls()));
  }

  private void row(String name, String format, Object... values) {
    rows.add(List.of(name, String.format(Locale.ROOT, format, values)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String time(double seconds) {
    return seconds < 1e-3
        ? String.format(Locale.ROOT, "%.0f us", seconds * 1e6)
        : seconds < 1
            ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
            : String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
