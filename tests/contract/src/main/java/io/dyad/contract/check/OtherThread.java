package io.dyad.contract.check;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs work on a thread of its own, where the engine's settings for a thread are the defaults. */
public final class OtherThread {
  private OtherThread() {}

  /** Returns what the work returns; what it throws is thrown here. */
  public static <T> T get(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    new Thread(task, "other-thread").start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for another thread", e);
    } catch (ExecutionException e) {
      throw new AssertionError("on another thread: " + e.getCause(), e.getCause());
    }
  }
}
