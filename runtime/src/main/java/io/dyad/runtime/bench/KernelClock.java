package io.dyad.runtime.bench;

import io.dyad.api.Kernels;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up the time between the call of a kernel and its return, by function, on one thread: what
 * other threads call meanwhile does not make that thread's work longer. DJL's own operators are no
 * kernels, so their time is not in here.
 */
public final class KernelClock {
  private final Map<String, Long> functions = new TreeMap<>();
  private volatile Thread watched = Thread.currentThread();
  private long total;

  /** Returns kernels whose calls are timed. */
  public Kernels timed(Kernels kernels) {
    return (name, source) -> new TimedKernel(kernels.compile(name, source), this);
  }

  void called(String function, long nanoseconds) {
    if (Thread.currentThread() == watched) {
      functions.merge(function, nanoseconds, Long::sum);
      total += nanoseconds;
    }
  }

  /** Forgets all times, and watches the calling thread from now on. */
  public void restart() {
    watched = Thread.currentThread();
    functions.clear();
    total = 0;
  }

  /** Returns nanoseconds in all kernels together; for the watched thread. */
  public long total() {
    return total;
  }

  /** Returns nanoseconds in each function, by {@code KERNEL.FUNCTION}; for the watched thread. */
  public Map<String, Long> functions() {
    return Collections.unmodifiableMap(functions);
  }
}
