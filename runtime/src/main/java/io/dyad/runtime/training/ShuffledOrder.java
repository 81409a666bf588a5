package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.BatchOrder;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The order of batches for sources that leave it to the runtime: a fresh permutation an epoch, cut
 * to the batch size. The same for the same seed; nothing but the last permutations is remembered.
 */
final class ShuffledOrder implements BatchOrder {
  private static final int REMEMBERED = 2;

  private final long size;
  private final int batchSize;
  private final boolean dropLast;
  private final SeededDraws draws;
  private final NDManager manager;
  private final Map<Long, long[]> permutations = new LinkedHashMap<>();

  ShuffledOrder(long size, int batchSize, boolean dropLast, SeededDraws draws, NDManager manager) {
    this.size = size;
    this.batchSize = batchSize;
    this.dropLast = dropLast;
    this.draws = draws;
    this.manager = manager;
  }

  @Override
  public long batches(long epoch) {
    return dropLast ? size / batchSize : (size + batchSize - 1) / batchSize;
  }

  /** Returns the size of the smallest batch: the last one, unless it is left out. */
  int smallest() {
    long rest = size % batchSize;
    return dropLast || rest == 0 ? batchSize : Math.toIntExact(rest);
  }

  @Override
  public long[] ids(long epoch, long index) {
    int from = Math.toIntExact(index * batchSize);
    int to = (int) Math.min(size, (long) from + batchSize);
    return Arrays.copyOfRange(permutation(epoch), from, to);
  }

  private synchronized long[] permutation(long epoch) {
    long[] known = permutations.get(epoch);
    if (known != null) {
      return known;
    }
    try (NDManager scratch = manager.newSubManager();
        NDArray drawn = draws.with(scratch).at("order", epoch).permutation("samples", size)) {
      long[] fresh = drawn.toLongArray();
      if (permutations.size() == REMEMBERED) {
        permutations.remove(permutations.keySet().iterator().next());
      }
      permutations.put(epoch, fresh);
      return fresh;
    }
  }
}
