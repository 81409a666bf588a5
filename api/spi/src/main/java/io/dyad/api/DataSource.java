package io.dyad.api;

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
   * Returns samples in the given order, in arrays of the context's manager.
   *
   * @throws DataException if a sample cannot be read; the message names it
   */
  Batch fetch(String split, long[] ids, Context context);

  /**
   * Returns the order of batches if this source decides it; empty leaves it to the runtime, which
   * shuffles and cuts to the configured batch size.
   *
   * @param draws a random source, the same at every call
   */
  default Optional<BatchOrder> order(String split, Draws draws) {
    return Optional.empty();
  }
}
