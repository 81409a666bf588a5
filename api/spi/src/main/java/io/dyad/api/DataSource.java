package io.dyad.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Random access to samples. It does not augment, knows no model, and iterates nothing.
 *
 * <p>Ids of a split run from 0 to {@code size - 1}. {@link #fetch} may be called from several
 * threads at once, and two calls with the same ids must return the same values.
 *
 * @since 0.1
 */
@Stable
public interface DataSource extends Component {
  /** Returns the names of the splits, {@link Data#TRAIN} among them. */
  Set<String> splits();

  /** Returns how many samples a split has. */
  long size(String split);

  /**
   * Returns samples in the given order, in arrays of the context's manager. A source may write to
   * their memory again once that manager is closed: what shows rows of them for longer is a copy,
   * or the array itself by {@link Context#keep}.
   *
   * @throws DataException if a sample cannot be read; the message names it
   */
  Batch fetch(String split, long[] ids, Context context);

  /**
   * Returns what the samples of a split are called where they come from (the ids of nodes in the
   * user's files), in the order of their ids; empty if they are known by number alone. Exports
   * carry the names beside the numbers.
   *
   * @return {@link #size} names, if there are any
   * @throws DataException if there is no such split
   * @since 0.1
   */
  default Optional<List<String>> names(String split) {
    return Optional.empty();
  }

  /**
   * Returns whether all samples of a split lie ready on the device, so that {@link #fetch} only
   * picks rows. Such batches are fetched when a step needs them, on its thread; those of other
   * sources ahead of the steps, on threads of their own. A source over others is resident if they
   * are.
   *
   * @throws DataException if there is no such split
   * @since 0.1
   */
  default boolean isResident(String split) {
    return false;
  }

  /**
   * Returns the order of batches if this source decides it; empty leaves it to the runtime, which
   * shuffles and cuts to the configured batch size.
   *
   * <p>One batch of all samples an epoch says that they belong together, as the nodes of one graph
   * do: reading and encoding some of them then costs as much as all, so the split is also {@link
   * Data#isWhole read whole} where it is evaluated and exported.
   *
   * @param draws a random source, the same at every call
   */
  default Optional<BatchOrder> order(String split, Draws draws) {
    return Optional.empty();
  }
}
