package io.dyad.api;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Named random draws. A draw depends on the run's seed, the place it is made for (component, epoch,
 * step or sample) and its name, and on nothing else: not on threads, not on the order of draws. The
 * same name drawn twice in the same place gives the same values, so give each draw its own name. A
 * test replays recorded draws by handing out other {@code Draws}.
 *
 * <p>Results belong to the manager of the context that handed the draws out.
 *
 * @since 0.1
 */
@Stable
public interface Draws {
  /** Returns float32 numbers uniform in [0, 1). */
  NDArray uniform(String name, Shape shape);

  /** Returns float32 numbers of mean 0 and variance 1. */
  NDArray normal(String name, Shape shape);

  /** Returns int64 numbers uniform in 0 .. {@code bound} - 1. */
  NDArray integers(String name, long bound, Shape shape);

  /** Returns a permutation of 0 .. {@code size} - 1 as int64, shape (size). */
  NDArray permutation(String name, long size);

  /** Returns float32 numbers from the Beta distribution. */
  NDArray beta(String name, double alpha, double beta, Shape shape);

  /** Returns draws for a purpose and an index within it, independent of these and of each other. */
  Draws at(String purpose, long index);

  /**
   * Returns draws whose first axis runs over samples: row i depends on {@code ids[i]} and not on
   * the other rows, so that views do not depend on how samples are divided into batches.
   */
  Draws forSamples(long[] ids);
}
