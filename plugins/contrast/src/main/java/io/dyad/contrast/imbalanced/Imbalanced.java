package io.dyad.contrast.imbalanced;

import io.dyad.api.Batch;
import io.dyad.api.BatchOrder;
import io.dyad.api.Context;
import io.dyad.api.DataException;
import io.dyad.api.DataSource;
import io.dyad.api.Draws;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A source that shows some samples of one split of another. */
final class Imbalanced implements DataSource {
  private final DataSource of;
  private final String thinned;
  private final long[] kept;

  /**
   * Creates a source.
   *
   * @param kept which samples of the split there are, by their ids in {@code of}
   */
  Imbalanced(DataSource of, String thinned, long[] kept) {
    this.of = of;
    this.thinned = thinned;
    this.kept = kept;
  }

  @Override
  public Set<String> splits() {
    return of.splits();
  }

  @Override
  public long size(String split) {
    return split.equals(thinned) ? kept.length : of.size(split);
  }

  @Override
  public boolean isResident(String split) {
    return of.isResident(split);
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    if (!split.equals(thinned)) {
      return of.fetch(split, ids, context);
    }
    Batch batch = of.fetch(split, Arrays.stream(ids).map(this::original).toArray(), context);
    return Batch.of(ids, batch.samples(), batch.targets());
  }

  private long original(long id) {
    if (id < 0 || id >= kept.length) {
      throw new DataException(
          "there is no sample " + id + "; ids run from 0 to " + (kept.length - 1));
    }
    return kept[(int) id];
  }

  /** An order of the other source counts by ids that are not these. */
  @Override
  public Optional<BatchOrder> order(String split, Draws draws) {
    return split.equals(thinned) ? Optional.empty() : of.order(split, draws);
  }
}
