package io.dyad.toolkit.draws;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Stable;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Draws computed from a seed, the path of places that {@link #at} adds, the name and the position
 * in the array. Nothing is remembered, so order and threads do not matter, and the numbers are the
 * same on every platform up to the rounding of logarithm and cosine.
 *
 * <p>Draws for samples need arrays whose first axis is as long as the ids; {@code permutation} then
 * returns one permutation a sample, shape (samples, size).
 *
 * @since 0.1
 */
@Stable
public final class SeededDraws implements Draws {
  private final long place;
  private final long[] samples;
  private final NDManager manager;

  private SeededDraws(long place, long[] samples, NDManager manager) {
    this.place = place;
    this.samples = samples;
    this.manager = manager;
  }

  /** Returns draws of a seed, in arrays of {@code manager}. */
  public SeededDraws(long seed, NDManager manager) {
    this(RandomStream.key(seed, "dyad"), new long[0], manager);
  }

  /** Returns the same draws in arrays of another manager. */
  public SeededDraws with(NDManager other) {
    return new SeededDraws(place, samples, other);
  }

  @Override
  public SeededDraws at(String purpose, long index) {
    return new SeededDraws(
        RandomStream.key(RandomStream.key(place, purpose), index), samples, manager);
  }

  @Override
  public SeededDraws forSamples(long[] ids) {
    return new SeededDraws(place, ids.clone(), manager);
  }

  @Override
  public NDArray uniform(String name, Shape shape) {
    return floats(name, shape, RandomStream::uniform);
  }

  @Override
  public NDArray normal(String name, Shape shape) {
    return floats(name, shape, RandomStream::normal);
  }

  @Override
  public NDArray beta(String name, double alpha, double beta, Shape shape) {
    if (!(alpha > 0 && beta > 0)) {
      throw new IllegalArgumentException(
          "the Beta distribution needs parameters greater than 0, got " + alpha + " and " + beta);
    }
    return floats(name, shape, stream -> stream.beta(alpha, beta));
  }

  @Override
  public NDArray integers(String name, long bound, Shape shape) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, got " + bound);
    }
    return longs(name, shape, stream -> stream.below(bound));
  }

  @Override
  public NDArray permutation(String name, long size) {
    int length = Math.toIntExact(size);
    int rows = rows();
    long[] all = new long[Math.multiplyExact(rows, length)];
    for (int row = 0; row < rows; row++) {
      shuffle(all, row * length, length, stream(name, row));
    }
    return manager.create(all, samples.length == 0 ? new Shape(size) : new Shape(rows, size));
  }

  private static void shuffle(long[] all, int start, int length, RandomStream stream) {
    for (int i = 0; i < length; i++) {
      int j = (int) stream.below(i + 1);
      all[start + i] = all[start + j];
      all[start + j] = i;
    }
  }

  private NDArray floats(String name, Shape shape, ToDoubleFunction<RandomStream> draw) {
    float[] values = new float[Math.toIntExact(shape.size())];
    int row = values.length / rows(shape);
    for (int start = 0; start < values.length; start += row) {
      RandomStream stream = stream(name, start / row);
      for (int i = start; i < start + row; i++) {
        values[i] = (float) draw.applyAsDouble(stream);
      }
    }
    return manager.create(values, shape);
  }

  private NDArray longs(String name, Shape shape, ToLongFunction<RandomStream> draw) {
    long[] values = new long[Math.toIntExact(shape.size())];
    int row = values.length / rows(shape);
    for (int start = 0; start < values.length; start += row) {
      RandomStream stream = stream(name, start / row);
      for (int i = start; i < start + row; i++) {
        values[i] = draw.applyAsLong(stream);
      }
    }
    return manager.create(values, shape);
  }

  private RandomStream stream(String name, int row) {
    long key = RandomStream.key(place, name);
    return new RandomStream(samples.length == 0 ? key : RandomStream.key(key, samples[row]));
  }

  private int rows() {
    return Math.max(1, samples.length);
  }

  private int rows(Shape shape) {
    if (samples.length == 0) {
      return 1;
    }
    if (shape.dimension() == 0 || shape.get(0) != samples.length) {
      throw new IllegalArgumentException(
          "draws for samples "
              + Arrays.toString(Arrays.copyOf(samples, Math.min(samples.length, 4)))
              + (samples.length > 4 ? "..." : "")
              + " need a first axis of "
              + samples.length
              + ", got shape "
              + shape);
    }
    return samples.length;
  }
}
