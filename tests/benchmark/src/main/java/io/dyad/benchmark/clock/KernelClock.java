package io.dyad.benchmark.clock;

import io.dyad.api.Kernels;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Adds up the time between the call of a kernel and its return, by function, and the time of whole
 * steps. What lies outside kernels is the difference: Java, and DJL's own operators.
 */
public final class KernelClock {
  private final Map<String, LongAdder> functions = new ConcurrentHashMap<>();
  private final LongAdder whole = new LongAdder();
  private final LongAdder steps = new LongAdder();

  /** Returns kernels whose calls are timed. */
  public Kernels timed(Kernels kernels) {
    return (name, source) -> new TimedKernel(kernels.compile(name, source), this);
  }

  void called(String function, long nanoseconds) {
    functions.computeIfAbsent(function, key -> new LongAdder()).add(nanoseconds);
  }

  /** Adds steps that took {@code nanoseconds} together. */
  public void stepped(long count, long nanoseconds) {
    steps.add(count);
    whole.add(nanoseconds);
  }

  /** Forgets all times. */
  public void reset() {
    functions.clear();
    whole.reset();
    steps.reset();
  }

  /** Returns whether steps were timed since the last reset. */
  public boolean ran() {
    return steps.sum() > 0;
  }

  /** Returns microseconds a step in each function, by {@code KERNEL.FUNCTION}. */
  public Map<String, Double> inside() {
    Map<String, Double> each = new TreeMap<>();
    functions.forEach((function, sum) -> each.put(function, microseconds(sum.sum())));
    return each;
  }

  /** Returns microseconds a step outside all kernels. */
  public double outside() {
    long inside = functions.values().stream().mapToLong(LongAdder::sum).sum();
    return microseconds(whole.sum() - inside);
  }

  private double microseconds(long nanoseconds) {
    return nanoseconds / 1e3 / steps.sum();
  }
}
