package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import java.util.concurrent.CancellationException;

/** The batches of an epoch of training, one after another. Which comes when is always the same. */
interface BatchLoader extends AutoCloseable {
  /** A batch and the manager that owns its arrays; the step closes it. */
  record Loaded(Batch batch, NDManager manager) implements AutoCloseable {
    @Override
    public void close() {
      manager.close();
    }
  }

  /** Makes the frame in which a batch of an epoch is fetched into a manager. */
  interface Moment {
    Frame of(NDManager owner, long epoch, long index);
  }

  /**
   * Returns a loader.
   *
   * @param loaders how many threads of its own fetch; 0: the one that asks for the next batch
   * @param prefetch how many batches threads read ahead, at least 1
   */
  static BatchLoader of(Data data, NDManager parent, Moment moments, int loaders, int prefetch) {
    BatchFetch fetch = new BatchFetch(data, parent, moments);
    return loaders == 0
        ? new DirectLoader(data, fetch)
        : new ReadAheadLoader(data, fetch, loaders, prefetch);
  }

  /** Starts an epoch at one of its batches, when the one before has been read to its end. */
  void start(long epoch, long firstBatch);

  boolean hasNext();

  /**
   * Waits for the next batch; the caller closes it.
   *
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  Loaded next();

  @Override
  void close();
}
