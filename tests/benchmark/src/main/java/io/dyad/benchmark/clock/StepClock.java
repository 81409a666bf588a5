package io.dyad.benchmark.clock;

import io.dyad.runtime.bench.KernelClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Adds up the time of whole steps and, of that, the time inside kernels by function. */
public final class StepClock {
  private final KernelClock kernels = new KernelClock();
  private final Map<String, LongAdder> functions = new ConcurrentHashMap<>();
  private final LongAdder whole = new LongAdder();
  private final LongAdder processor = new LongAdder();
  private final LongAdder steps = new LongAdder();

  /** Returns the clock that the kernels of the steps must be timed by. */
  public KernelClock kernels() {
    return kernels;
  }

  /** Runs steps and adds the time they took together. */
  public void steps(int count, Runnable run) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    kernels.restart();
    long cpu = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    run.run();
    whole.add(System.nanoTime() - start);
    processor.add(threads.getCurrentThreadCpuTime() - cpu);
    kernels
        .functions()
        .forEach(
            (function, time) ->
                functions.computeIfAbsent(function, key -> new LongAdder()).add(time));
    steps.add(count);
  }

  /** Forgets all times. */
  public void reset() {
    functions.clear();
    whole.reset();
    processor.reset();
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

  /**
   * Returns microseconds a step for which this thread had a core; less than the whole step where it
   * waited for data or another process took the core.
   */
  public double processor() {
    return microseconds(processor.sum());
  }

  private double microseconds(long nanoseconds) {
    return nanoseconds / 1e3 / steps.sum();
  }
}
