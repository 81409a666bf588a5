package io.dyad.contract.harness;

import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.View;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/** Data that a test makes up: splits of given sizes whose samples are a function of their ids. */
public final class SampleData implements Data {
  private static final int BATCH = 4;

  private final Map<String, Long> sizes;
  private final Samples samples;

  /** Makes samples. */
  @FunctionalInterface
  public interface Samples {
    /** Returns samples of a split in the order of the ids, each row by its id alone. */
    Batch of(String split, long[] ids, Context context);
  }

  private SampleData(Map<String, Long> sizes, Samples samples) {
    this.sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    this.samples = samples;
  }

  /** Returns data of splits with their sizes. */
  public static SampleData of(Map<String, Long> sizes, Samples samples) {
    return new SampleData(sizes, samples);
  }

  /** Returns the same samples, each made of what was made before. */
  public SampleData each(UnaryOperator<Batch> change) {
    return of(sizes, (split, ids, context) -> change.apply(samples.of(split, ids, context)));
  }

  /** Returns the same samples in the reverse order. */
  public SampleData reversed() {
    return of(
        sizes,
        (split, ids, context) -> {
          long last = size(split) - 1;
          long[] mirrored = LongStream.of(ids).map(id -> last - id).toArray();
          Batch made = samples.of(split, mirrored, context);
          return Batch.of(ids, made.samples(), made.targets());
        });
  }

  /** Returns the first samples of each split. */
  public SampleData first(long count) {
    Map<String, Long> fewer = new LinkedHashMap<>();
    sizes.forEach((split, size) -> fewer.put(split, Math.min(count, size)));
    return of(fewer, samples);
  }

  /** Returns these data without one split. */
  public SampleData without(String split) {
    Map<String, Long> fewer = new LinkedHashMap<>(sizes);
    fewer.remove(split);
    return of(fewer, samples);
  }

  @Override
  public Set<String> splits() {
    return sizes.keySet();
  }

  @Override
  public long size(String split) {
    Long size = sizes.get(split);
    if (size == null) {
      throw new DataException("the data has no split \"" + split + "\"; it has " + sizes.keySet());
    }
    return size;
  }

  @Override
  public long batches(String split, long epoch) {
    return (size(split) + BATCH - 1) / BATCH;
  }

  @Override
  public Batch batch(String split, long epoch, long index, Context context) {
    long from = index * BATCH;
    long to = Math.min(size(split), from + BATCH);
    return fetch(split, LongStream.range(from, to).toArray(), context);
  }

  @Override
  public Batch fetch(String split, long[] ids, Context context) {
    size(split);
    return samples.of(split, ids, context);
  }

  /** Returns the samples: nothing is augmented here. */
  @Override
  public View plain(Batch batch, Context context) {
    return batch.samples();
  }
}
