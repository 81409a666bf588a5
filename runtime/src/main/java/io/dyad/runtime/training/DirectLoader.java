package io.dyad.runtime.training;

import io.dyad.api.Data;
import java.util.concurrent.CancellationException;

/** Fetches each batch when it is asked for: for data that lie ready on the device. */
final class DirectLoader implements BatchLoader {
  private final Data data;
  private final BatchFetch fetch;
  private long epoch;
  private long next;
  private long end;

  DirectLoader(Data data, BatchFetch fetch) {
    this.data = data;
    this.fetch = fetch;
  }

  @Override
  public void start(long newEpoch, long firstBatch) {
    epoch = newEpoch;
    next = firstBatch;
    end = data.batches(Data.TRAIN, newEpoch);
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public Loaded next() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    return fetch.load(epoch, next++);
  }

  @Override
  public void close() {}
}
