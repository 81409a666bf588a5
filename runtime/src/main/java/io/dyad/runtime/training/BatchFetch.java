package io.dyad.runtime.training;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Data;
import io.dyad.runtime.kernel.GradientMode;

/**
 * Fetches a batch of training into a manager of its own, on the thread that asks.
 *
 * @param parent of the managers
 */
record BatchFetch(Data data, NDManager parent, BatchLoader.Moment moments) {
  BatchLoader.Loaded load(long epoch, long index) {
    NDManager own = parent.newSubManager();
    try (GradientMode ignored = GradientMode.disabled()) {
      PartContext context = moments.of(own, epoch, index).step("data");
      return new BatchLoader.Loaded(data.batch(Data.TRAIN, epoch, index, context), own);
    } catch (RuntimeException | Error e) {
      own.close();
      throw e;
    }
  }
}
