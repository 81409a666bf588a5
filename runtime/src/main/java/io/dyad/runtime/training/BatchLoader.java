package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Reads the batches of an epoch ahead of the steps, on threads of its own. Which batch comes when
 * does not depend on the threads.
 */
final class BatchLoader implements AutoCloseable {
  /** A batch and the manager that owns its arrays; the step closes it. */
  record Loaded(Batch batch, NDManager manager) implements AutoCloseable {
    @Override
    public void close() {
      manager.close();
    }
  }

  private final Data data;
  private final NDManager parent;
  private final Function<NDManager, Frame> frames;
  private final int prefetch;
  private final ExecutorService threads;
  private final Deque<Future<Loaded>> ahead = new ArrayDeque<>();
  private long epoch;
  private long next;
  private long end;

  /**
   * Creates a loader.
   *
   * @param frames makes the frame in which samples are fetched into a manager
   * @param loaders how many threads
   * @param prefetch how many batches are read ahead
   */
  BatchLoader(
      Data data, NDManager parent, Function<NDManager, Frame> frames, int loaders, int prefetch) {
    this.data = data;
    this.parent = parent;
    this.frames = frames;
    this.prefetch = prefetch;
    this.threads =
        Executors.newFixedThreadPool(
            loaders,
            task -> {
              Thread thread = new Thread(task, "dyad-loader");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts an epoch at one of its batches. */
  void start(long newEpoch, long firstBatch) {
    discard();
    epoch = newEpoch;
    next = firstBatch;
    end = data.batches(Data.TRAIN, newEpoch);
    fill();
  }

  boolean hasNext() {
    return !ahead.isEmpty();
  }

  /** Waits for the next batch; the caller closes it. */
  Loaded next() {
    Future<Loaded> first = ahead.removeFirst();
    fill();
    return await(first);
  }

  private void fill() {
    while (next < end && ahead.size() < prefetch) {
      long index = next++;
      long current = epoch;
      Callable<Loaded> task = () -> load(current, index);
      ahead.addLast(threads.submit(task));
    }
  }

  private Loaded load(long ofEpoch, long index) {
    NDManager own = parent.newSubManager();
    try {
      PartContext context = frames.apply(own).step("data");
      return new Loaded(data.batch(Data.TRAIN, ofEpoch, index, context), own);
    } catch (RuntimeException | Error e) {
      own.close();
      throw e;
    }
  }

  private static Loaded await(Future<Loaded> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for data");
    }
  }

  private void discard() {
    while (!ahead.isEmpty()) {
      Future<Loaded> future = ahead.removeFirst();
      if (!future.cancel(false)) {
        await(future).close();
      }
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    discard();
  }
}
