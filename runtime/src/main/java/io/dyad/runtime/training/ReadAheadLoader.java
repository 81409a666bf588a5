package io.dyad.runtime.training;

import io.dyad.api.Data;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads the batches of an epoch ahead of the steps, on threads of its own. Which batch comes when
 * does not depend on the threads.
 */
final class ReadAheadLoader implements BatchLoader {
  private final Data data;
  private final BatchFetch fetch;
  private final int prefetch;
  private final ExecutorService threads;
  private final Deque<Future<Loaded>> ahead = new ArrayDeque<>();
  private volatile boolean abandoned;
  private long epoch;
  private long next;
  private long end;

  /**
   * Creates a loader.
   *
   * @param loaders how many threads
   * @param prefetch how many batches are read ahead, at least 1
   */
  ReadAheadLoader(Data data, BatchFetch fetch, int loaders, int prefetch) {
    this.data = data;
    this.fetch = fetch;
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

  @Override
  public void start(long newEpoch, long firstBatch) {
    epoch = newEpoch;
    next = firstBatch;
    end = data.batches(Data.TRAIN, newEpoch);
    fill();
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  @Override
  public Loaded next() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    Future<Loaded> first = ahead.removeFirst();
    try {
      Loaded loaded = first.get();
      fill();
      return loaded;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      ahead.addFirst(first);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for data");
    }
  }

  private void fill() {
    while (next < end && ahead.size() < prefetch) {
      long index = next++;
      long current = epoch;
      ahead.addLast(threads.submit(() -> load(current, index)));
    }
  }

  private Loaded load(long ofEpoch, long index) {
    if (abandoned) {
      throw new CancellationException("nobody waits for this batch");
    }
    return fetch.load(ofEpoch, index);
  }

  /** What a source threw keeps its kind, and so its message and exit code. */
  private static RuntimeException unwrapped(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }

  /** Waits for the batches being read, so that nothing is written into memory that is freed. */
  @Override
  public void close() {
    abandoned = true;
    threads.shutdown();
    boolean interrupted = Thread.interrupted();
    while (!ahead.isEmpty()) {
      try {
        ahead.getFirst().get().close();
        ahead.removeFirst();
      } catch (ExecutionException e) {
        ahead.removeFirst();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
