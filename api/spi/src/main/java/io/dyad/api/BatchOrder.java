package io.dyad.api;

/**
 * Which samples make up each batch, for a data source that decides it (a whole graph as one batch,
 * P labels of K samples, two domains in fixed shares). A pure function of epoch and index, so that
 * prefetching and resuming need no state.
 *
 * @since 0.1
 */
@Stable
public interface BatchOrder {
  /** Returns how many batches an epoch has. */
  long batches(long epoch);

  /** Returns the ids of one batch. */
  long[] ids(long epoch, long index);
}
