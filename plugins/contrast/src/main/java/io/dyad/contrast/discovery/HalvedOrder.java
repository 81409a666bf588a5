package io.dyad.contrast.discovery;

import ai.djl.ndarray.NDArray;
import io.dyad.api.BatchOrder;
import io.dyad.api.Draws;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Batches whose first half is labelled and whose other half is not. Each half goes through its
 * samples in a fresh order and then begins anew, so that samples of the smaller part come more
 * often.
 */
final class HalvedOrder implements BatchOrder {
  private static final int REMEMBERED = 4;

  private final long[] labelled;
  private final long[] unlabelled;
  private final int batchSize;
  private final Draws draws;
  private final Map<String, long[]> permutations = new LinkedHashMap<>();

  /** Orders ids, of which both parts have some. */
  HalvedOrder(long[] labelled, long[] unlabelled, int batchSize, Draws draws) {
    this.labelled = labelled;
    this.unlabelled = unlabelled;
    this.batchSize = batchSize;
    this.draws = draws;
  }

  /** Returns as many batches as samples fill, at least one. */
  @Override
  public long batches(long epoch) {
    return Math.max(1, (labelled.length + unlabelled.length) / batchSize);
  }

  @Override
  public long[] ids(long epoch, long index) {
    long batch = epoch * batches(epoch) + index;
    int half = batchSize / 2;
    long[] ids = new long[batchSize];
    fill(ids, 0, half, labelled, "labelled", batch);
    fill(ids, half, batchSize - half, unlabelled, "unlabelled", batch);
    return ids;
  }

  private void fill(long[] ids, int from, int count, long[] part, String name, long batch) {
    for (int i = 0; i < count; i++) {
      long place = batch * count + i;
      long[] order = permutation(name, place / part.length, part.length);
      ids[from + i] = part[(int) order[(int) (place % part.length)]];
    }
  }

  private synchronized long[] permutation(String part, long round, long size) {
    String key = part + " " + round;
    long[] known = permutations.get(key);
    if (known != null) {
      return known;
    }
    try (NDArray drawn = draws.at(part, round).permutation("samples", size)) {
      long[] fresh = drawn.toLongArray();
      if (permutations.size() == REMEMBERED) {
        permutations.remove(permutations.keySet().iterator().next());
      }
      permutations.put(key, fresh);
      return fresh;
    }
  }
}
