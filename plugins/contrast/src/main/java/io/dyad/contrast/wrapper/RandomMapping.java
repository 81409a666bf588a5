package io.dyad.contrast.wrapper;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Draws;
import io.dyad.api.Encoded;
import io.dyad.api.EpochContext;
import io.dyad.api.Kernel;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contrast.views.Contrasts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Maps rows, then calls the inner loss. */
final class RandomMapping implements Loss {
  private static final String MATRIX = "matrix";

  private final Loss inner;
  private final Kernel kernel;
  private final NDArray matrix;
  private final RandomMappingOptions options;

  RandomMapping(Loss inner, Kernel kernel, NDArray matrix, RandomMappingOptions options) {
    this.inner = inner;
    this.kernel = kernel;
    this.matrix = matrix;
    this.options = options;
  }

  static NDArray drawn(Draws draws, Shape shape, DataType type) {
    return draws.normal(MATRIX, shape).toType(type, false);
  }

  @Override
  public Map<String, NDArray> state() {
    return Map.of(MATRIX, matrix);
  }

  @Override
  public void onEpochStart(EpochContext context) {
    long epoch = context.progress().epoch();
    if (epoch > 0 && (epoch + 1) % options.interval() == 0) {
      matrix.set(
          new NDIndex("..."), drawn(context.draws(), matrix.getShape(), matrix.getDataType()));
    }
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    Encoded mapped = encoded;
    for (Rows rows : addresses(pairs)) {
      mapped = mapped.with(rows, mapped(rows, encoded.get(rows)));
    }
    return inner.evaluate(mapped, pairs, context);
  }

  /** Selections see what was done to the whole. */
  private static List<Rows> addresses(Pairs pairs) {
    return Contrasts.of("random-mapping", pairs).stream()
        .flatMap(contrast -> Stream.concat(contrast.anchors().stream(), contrast.keys().stream()))
        .map(Rows::all)
        .distinct()
        .toList();
  }

  private NDArray mapped(Rows rows, NDArray array) {
    long width = array.getShape().get(array.getShape().dimension() - 1);
    if (width != matrix.getShape().get(0)) {
      throw new ConfigurationException(
          "random-mapping maps rows of width %d, that of the output \"%s\", but %s is %d wide; give the outputs of the pairs the same width"
              .formatted(matrix.getShape().get(0), options.rows(), rows, width));
    }
    return kernel.call("map", array, matrix, options.normalize()).singletonOrThrow();
  }
}
