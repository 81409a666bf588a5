package io.dyad.toolkit.draws;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.api.Stable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Replays recorded draws by name, such as those of a reference vector. A draw made {@code
 * at("block", 2)} is looked up as {@code block/2/NAME}. Every draw is a copy, of the type that was
 * recorded.
 *
 * @since 0.1
 */
@Stable
public final class GivenDraws implements Draws {
  private final Map<String, NDArray> given;
  private final Optional<Draws> otherwise;
  private final String path;

  private GivenDraws(Map<String, NDArray> given, Optional<Draws> otherwise, String path) {
    this.given = given;
    this.otherwise = otherwise;
    this.path = path;
  }

  /** Returns draws that know these names only; any other draw is an error that names it. */
  public static GivenDraws of(Map<String, NDArray> given) {
    return new GivenDraws(Map.copyOf(given), Optional.empty(), "");
  }

  /** Returns draws that take names that were not given from {@code others}. */
  public GivenDraws otherwise(Draws others) {
    return new GivenDraws(given, Optional.of(others), path);
  }

  @Override
  public NDArray uniform(String name, Shape shape) {
    return has(name) ? replay(name, shape) : others(name).uniform(name, shape);
  }

  @Override
  public NDArray normal(String name, Shape shape) {
    return has(name) ? replay(name, shape) : others(name).normal(name, shape);
  }

  @Override
  public NDArray integers(String name, long bound, Shape shape) {
    return has(name) ? replay(name, shape) : others(name).integers(name, bound, shape);
  }

  @Override
  public NDArray permutation(String name, long size) {
    return has(name) ? replay(name, new Shape(size)) : others(name).permutation(name, size);
  }

  @Override
  public NDArray beta(String name, double alpha, double beta, Shape shape) {
    return has(name) ? replay(name, shape) : others(name).beta(name, alpha, beta, shape);
  }

  @Override
  public Draws at(String purpose, long index) {
    return new GivenDraws(
        given,
        otherwise.map(draws -> draws.at(purpose, index)),
        path + purpose + "/" + index + "/");
  }

  /** Returns draws of the same recorded arrays, whose rows are the samples in recorded order. */
  @Override
  public Draws forSamples(long[] ids) {
    return new GivenDraws(given, otherwise.map(draws -> draws.forSamples(ids)), path);
  }

  private boolean has(String name) {
    return given.containsKey(path + name);
  }

  private Draws others(String name) {
    return otherwise.orElseThrow(
        () ->
            new IllegalArgumentException(
                "no draw \""
                    + path
                    + name
                    + "\" was given; given are "
                    + new TreeSet<>(given.keySet())));
  }

  private NDArray replay(String name, Shape shape) {
    NDArray recorded = given.get(path + name);
    if (recorded == null || !recorded.getShape().equals(shape)) {
      throw new IllegalArgumentException(
          String.format(
              "draw \"%s%s\" was given with shape %s but shape %s is drawn",
              path, name, recorded == null ? null : recorded.getShape(), shape));
    }
    return recorded.duplicate();
  }
}
