package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.Batch;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.runtime.kernel.GradientMode;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Reads samples chunk after chunk, without gradients; the arrays of a chunk die with it. Samples
 * that belong together ({@link Data#isWhole}) are one chunk, whatever size is asked for.
 */
public final class SampleChunks {
  private final Data data;
  private final Function<NDManager, Context> contexts;
  private final NDManager parent;

  /** What is made of a chunk. */
  public interface Reading<T> {
    /** Returns what is kept of a chunk; what has arrays must have been copied. */
    T of(Batch batch, Context context);
  }

  /**
   * Creates a reader.
   *
   * @param contexts makes an evaluation context over a manager
   * @param parent of the managers of the chunks
   */
  public SampleChunks(Data data, Function<NDManager, Context> contexts, NDManager parent) {
    this.data = data;
    this.contexts = contexts;
    this.parent = parent;
  }

  /** Returns the ids of a split's samples in their order, in chunks. */
  public Stream<long[]> ids(String split, int chunk) {
    long size = data.size(split);
    long step = data.isWhole(split) ? size : chunk;
    return LongStream.iterate(0, from -> from < size, from -> from + step)
        .mapToObj(from -> LongStream.range(from, Math.min(size, from + step)).toArray());
  }

  /** Returns some ids of a split in their order, in chunks. */
  public Stream<long[]> ids(String split, long[] some, int chunk) {
    int step = data.isWhole(split) ? some.length : chunk;
    return IntStream.iterate(0, from -> from < some.length, from -> from + step)
        .mapToObj(from -> Arrays.copyOfRange(some, from, Math.min(some.length, from + step)));
  }

  /** Reads one chunk. */
  public <T> T read(String split, long[] ids, Reading<T> reading) {
    try (NDScope scope = new NDScope();
        NDManager scratch = parent.newSubManager();
        GradientMode ignored = GradientMode.disabled()) {
      scope.suppressNotUsedWarning();
      Context context = contexts.apply(scratch);
      return reading.of(data.fetch(split, ids, context), context);
    }
  }
}
