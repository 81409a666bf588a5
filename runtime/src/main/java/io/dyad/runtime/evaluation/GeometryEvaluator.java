package io.dyad.runtime.evaluation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.DataException;
import io.dyad.api.Evaluation;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.api.Metric;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How rows of unit length lie on the sphere, without labels.
 *
 * <p>The effective rank is the exponential of the entropy of the singular values as shares of their
 * sum; 0 where all rows are the same. The deviation is that of a column, averaged over columns and
 * times the root of their number: about 1 if rows are spread evenly. Uniformity is the logarithm of
 * the mean over pairs of exp(-2 |x - y|^2), from 0 (all the same) down to about -4.
 */
final class GeometryEvaluator implements Evaluator {
  /** Rows whose distances to all others are taken together. */
  private static final int BLOCK = 1024;

  private final GeometryOptions options;
  private final Kernel kernel;

  GeometryEvaluator(GeometryOptions options, Kernels kernels) {
    this.options = options;
    kernel = kernels.resource(GeometryEvaluator.class, "geometry");
  }

  @Override
  public List<Metric> evaluate(Evaluation evaluation) {
    NDArray rows = rows(Features.of(evaluation, options.output(), options.split()));
    double rank = number(kernel.call("effective_rank", rows, options.centre()));
    double deviation = number(kernel.call("deviation", rows));
    double uniformity = number(kernel.call("uniformity", rows, BLOCK));
    return List.of(
        Metric.of("effective-rank", rank, true, "dimensions"),
        Metric.of("deviation", deviation, true, "ratio"),
        Metric.of("uniformity", uniformity, false, "nats"));
  }

  /** Returns unit rows in float64. */
  private NDArray rows(NDArray features) {
    long total = features.getShape().get(0);
    if (total < 2) {
      throw new DataException(
          "geometry needs at least two samples; split \"%s\" has %d"
              .formatted(options.split(), total));
    }
    NDArray some = features;
    if (options.samples() > 0 && options.samples() < total) {
      long count = options.samples();
      long[] places = LongStream.range(0, count).map(i -> i * total / count).toArray();
      some = features.get(features.getManager().create(places));
    }
    return Features.unit(some.toType(DataType.FLOAT64, false));
  }

  private static double number(NDList result) {
    return result.singletonOrThrow().getDouble();
  }
}
