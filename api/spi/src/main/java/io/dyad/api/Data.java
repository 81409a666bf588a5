package io.dyad.api;

import java.util.Set;

/**
 * The data of an experiment, as its parts see it: a {@link DataSource} with the order of its
 * batches.
 *
 * @since 0.1
 */
@Stable
public interface Data {
  /** The split that training reads. */
  String TRAIN = "train";

  /** The split that evaluators report on. */
  String TEST = "test";

  /** Returns the names of the splits. */
  Set<String> splits();

  /** Returns how many samples a split has. */
  long size(String split);

  /** Returns how many batches an epoch of a split has. */
  long batches(String split, long epoch);

  /**
   * Returns whether the {@linkplain DataSource#order order of the source} makes all samples of a
   * split one batch, as for the nodes of a graph. Such a split is read whole outside training, too:
   * evaluation and export encode it once, not some samples at a time.
   *
   * @since 0.1
   */
  default boolean isWhole(String split) {
    return false;
  }

  /** Returns one batch of an epoch; the same for the same arguments. */
  Batch batch(String split, long epoch, long index, Context context);

  /** Returns the named samples in the given order. */
  Batch fetch(String split, long[] ids, Context context);

  /**
   * Returns the un-augmented view of a batch, as the view generator makes it ({@link
   * ViewGenerator#plain}); what {@link Network#apply} takes where there is no training step.
   */
  View plain(Batch batch, Context context);
}
