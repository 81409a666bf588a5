package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import java.util.function.Function;

/**
 * Draws of some rows out of those for all: an array with one entry a row of the chunk holds what
 * these rows get when all are drawn at once. An array of any other length is drawn as it is, and so
 * the same in every chunk.
 *
 * @param manager owns the arrays
 * @param all how many rows there are
 * @param rows the numbers of the chunk's rows among them
 */
record ChunkDraws(Draws whole, NDManager manager, long all, long[] rows) implements Draws {

  @Override
  public NDArray uniform(String name, Shape shape) {
    return drawn(shape, wanted -> whole.uniform(name, wanted));
  }

  @Override
  public NDArray normal(String name, Shape shape) {
    return drawn(shape, wanted -> whole.normal(name, wanted));
  }

  @Override
  public NDArray integers(String name, long bound, Shape shape) {
    return drawn(shape, wanted -> whole.integers(name, bound, wanted));
  }

  @Override
  public NDArray permutation(String name, long size) {
    return whole.permutation(name, size);
  }

  @Override
  public NDArray beta(String name, double alpha, double beta, Shape shape) {
    return drawn(shape, wanted -> whole.beta(name, alpha, beta, wanted));
  }

  @Override
  public Draws at(String purpose, long index) {
    return new ChunkDraws(whole.at(purpose, index), manager, all, rows);
  }

  /** Who names samples has told them apart already. */
  @Override
  public Draws forSamples(long[] ids) {
    return whole.forSamples(ids);
  }

  private NDArray drawn(Shape shape, Function<Shape, NDArray> draw) {
    if (shape.dimension() == 0 || shape.get(0) != rows.length) {
      return draw.apply(shape);
    }
    Shape every = new Shape(all).addAll(shape.slice(1));
    try (NDArray drawn = draw.apply(every);
        NDArray own = manager.create(rows)) {
      return drawn.get(new NDIndex("{}", own));
    }
  }
}
