package io.dyad.system.sketch;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import java.util.Map;

/** Hands out recorded draws by name, wherever they are asked for. */
record GivenDraws(Map<String, NDArray> given) implements Draws {
  @Override
  public NDArray uniform(String name, Shape shape) {
    return take(name).reshape(shape);
  }

  @Override
  public NDArray normal(String name, Shape shape) {
    return take(name).reshape(shape);
  }

  @Override
  public NDArray integers(String name, long bound, Shape shape) {
    return take(name).reshape(shape);
  }

  @Override
  public NDArray permutation(String name, long size) {
    return take(name);
  }

  @Override
  public NDArray beta(String name, double alpha, double beta, Shape shape) {
    return take(name).reshape(shape);
  }

  @Override
  public Draws at(String purpose, long index) {
    return this;
  }

  @Override
  public Draws forSamples(long[] ids) {
    return this;
  }

  private NDArray take(String name) {
    return requireNonNull(given.get(name), () -> "no draw " + name + "; given " + given.keySet());
  }
}
