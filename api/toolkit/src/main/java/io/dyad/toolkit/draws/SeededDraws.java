package io.dyad.toolkit.draws;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Stable;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * Draws computed from a seed, the path of places that {@link #at} adds, the name and the position
 * in the array. Nothing is remembered, so order and threads do not matter, and the numbers are the
 * same on every platform (those of {@code beta} up to the rounding of logarithm and exponential).
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
    return floats(
        name,
        shape,
        (stream, values, from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = (float) stream.beta(alpha, beta);
          }
        });
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
    long key = RandomStream.key(place, name);
    for (int row = 0; row < rows; row++) {
      shuffle(all, row * length, length, stream(key, row));
    }
    return array(all, samples.length == 0 ? new Shape(size) : new Shape(rows, size));
  }

  private static void shuffle(long[] all, int start, int length, RandomStream stream) {
    for (int i = 0; i < length; i++) {
      int j = (int) stream.below(i + 1);
      all[start + i] = all[start + j];
      all[start + j] = i;
    }
  }

  /** Fills a part of an array from a stream. */
  private interface Filling {
    void fill(RandomStream stream, float[] values, int from, int to);
  }

  private NDArray floats(String name, Shape shape, Filling filling) {
    float[] values = new float[Math.toIntExact(shape.size())];
    int rows = rows(shape);
    int row = values.length / rows;
    long key = RandomStream.key(place, name);
    for (int i = 0; i < rows; i++) {
      filling.fill(stream(key, i), values, i * row, (i + 1) * row);
    }
    return array(values, shape);
  }

  /** Copies straight into the array's memory where Java can reach it: no buffer is left behind. */
  private NDArray array(float[] values, Shape shape) {
    if (manager.getDevice().isGpu() || values.length == 0) {
      return manager.create(values, shape);
    }
    NDArray array = manager.create(shape, DataType.FLOAT32);
    array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer().put(values);
    return array;
  }

  private NDArray array(long[] values, Shape shape) {
    if (manager.getDevice().isGpu() || values.length == 0) {
      return manager.create(values, shape);
    }
    NDArray array = manager.create(shape, DataType.INT64);
    array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asLongBuffer().put(values);
    return array;
  }

  private NDArray longs(String name, Shape shape, ToLongFunction<RandomStream> draw) {
    long[] values = new long[Math.toIntExact(shape.size())];
    int rows = rows(shape);
    int row = values.length / rows;
    long key = RandomStream.key(place, name);
    for (int i = 0; i < rows; i++) {
      RandomStream stream = stream(key, i);
      for (int j = i * row; j < (i + 1) * row; j++) {
        values[j] = draw.applyAsLong(stream);
      }
    }
    return array(values, shape);
  }

  private RandomStream stream(long key, int row) {
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
