package io.dyad.vision.fake;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Draws from Java's generator, seeded by place, name and (where there are ids) the row's id. */
public record FakeDraws(long seed, NDManager manager, long[] ids) implements Draws {
  @Override
  public NDArray uniform(String name, Shape shape) {
    return fill(name, shape, random -> (float) random.nextInt(1 << 24) / (1 << 24));
  }

  @Override
  public NDArray normal(String name, Shape shape) {
    return fill(name, shape, SplittableRandom::nextGaussian);
  }

  @Override
  public NDArray integers(String name, long bound, Shape shape) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public NDArray permutation(String name, long size) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public NDArray beta(String name, double alpha, double beta, Shape shape) {
    throw new UnsupportedOperationException(name);
  }

  @Override
  public Draws at(String purpose, long index) {
    return new FakeDraws(31 * (31 * seed + purpose.hashCode()) + index, manager, ids);
  }

  @Override
  public Draws forSamples(long[] rows) {
    return new FakeDraws(seed, manager, rows);
  }

  private NDArray fill(String name, Shape shape, ToDoubleFunction<SplittableRandom> draw) {
    float[] values = new float[Math.toIntExact(shape.size())];
    int rows = Math.max(1, ids.length);
    int width = values.length / rows;
    for (int row = 0; row < rows; row++) {
      long id = ids.length == 0 ? -1 : ids[row];
      SplittableRandom random = new SplittableRandom(31 * (31 * seed + name.hashCode()) + id);
      for (int i = 0; i < width; i++) {
        values[row * width + i] = (float) draw.applyAsDouble(random);
      }
    }
    return manager.create(values, shape);
  }
}
