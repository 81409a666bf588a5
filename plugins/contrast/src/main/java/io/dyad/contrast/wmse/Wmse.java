package io.dyad.contrast.wmse;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Needs;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.contrast.aligned.AlignedPairs;
import io.dyad.toolkit.kernel.Scalars;
import java.util.List;
import java.util.stream.Stream;

/** Whitens each view once an iteration, compares all pairs, and averages. */
final class Wmse implements Loss {
  private final CholeskyWhitening whitening;
  private final WmseOptions options;

  Wmse(CholeskyWhitening whitening, WmseOptions options) {
    this.whitening = whitening;
    this.options = options;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING.batch(options.subBatch());
  }

  @Override
  public LossValue evaluate(Encoded encoded, Pairs pairs, StepContext context) {
    AlignedPairs aligned = AlignedPairs.of(pairs, WmseProvider.NAME);
    List<Rows> views =
        Stream.concat(aligned.anchors().stream(), aligned.keys().stream()).distinct().toList();
    long[] first = aligned.anchors().stream().mapToLong(views::indexOf).toArray();
    long[] second = aligned.keys().stream().mapToLong(views::indexOf).toArray();
    NDList rows = new NDList(views.stream().map(encoded::get).toArray(NDArray[]::new));
    check(rows.head().getShape());
    NDArray sum = iteration(0, rows, first, second, context);
    for (int i = 1; i < options.iterations(); i++) {
      sum = sum.add(iteration(i, rows, first, second, context));
    }
    return LossValue.of(sum.div(Scalars.of(sum, options.iterations())));
  }

  private NDArray iteration(
      int number, NDList rows, long[] first, long[] second, StepContext context) {
    NDArray permutation =
        context
            .draws()
            .at("iteration", number)
            .permutation("permutation", rows.head().getShape().get(0));
    return whitening.loss(rows, first, second, permutation, options);
  }

  private void check(Shape rows) {
    long size = options.subBatch();
    if (rows.get(0) % size != 0) {
      throw new ConfigurationException(
          "%s deals a batch into sub-batches of %d rows, but this one has %d; set train.batch-size to a multiple of loss.sub-batch, and train.drop-last = true"
              .formatted(WmseProvider.NAME, size, rows.get(0)));
    }
    if (size <= rows.get(1) && options.epsilon() == 0) {
      throw new ConfigurationException(
          "%s cannot whiten rows of width d = %d in sub-batches of s = %d rows with epsilon = 0: their covariance has no inverse; set loss.sub-batch above %d (twice as many rows is a good choice), make rows narrower, or set loss.epsilon above 0"
              .formatted(WmseProvider.NAME, rows.get(1), size, rows.get(1)));
    }
  }
}
