package io.dyad.contract.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Runs the same work on several threads that begin together. */
public final class ManyThreads {
  private ManyThreads() {}

  /** Returns what each thread got; what one throws is thrown here. */
  public static <T> List<T> get(int threads, Supplier<T> work) {
    CyclicBarrier start = new CyclicBarrier(threads);
    Callable<T> task =
        () -> {
          start.await();
          return work.get();
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> result : pool.invokeAll(Collections.nCopies(threads, task))) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for threads", e);
    } catch (ExecutionException e) {
      throw new AssertionError("on one of several threads: " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
