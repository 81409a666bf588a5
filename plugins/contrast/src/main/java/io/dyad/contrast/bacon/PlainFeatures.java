package io.dyad.contrast.bacon;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.EpochContext;
import io.dyad.api.Network;
import java.util.stream.LongStream;

/**
 * What a network makes of all training samples, not augmented.
 *
 * @param rows shape (N, D)
 * @param labels int64, shape (N)
 */
record PlainFeatures(NDArray rows, NDArray labels) {
  private static final long CHUNK = 256;

  /** Reads them chunk after chunk; the arrays of a chunk die with it. */
  static PlainFeatures of(EstimateOptions options, EpochContext context) {
    Data data = context.data();
    Network network = context.network(options.network());
    long size = data.size(Data.TRAIN);
    NDArray labels = context.manager().zeros(new Shape(size), DataType.INT64);
    NDArray rows = labels;
    for (long from = 0; from < size; from += CHUNK) {
      long to = Math.min(from + CHUNK, size);
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Batch batch = data.fetch(Data.TRAIN, LongStream.range(from, to).toArray(), context);
        NDArray made = network.apply(data.plain(batch, context), context).get(options.output());
        if (from == 0) {
          Shape shape = new Shape(size).addAll(made.getShape().slice(1));
          rows = context.manager().zeros(shape, made.getDataType());
          NDScope.unregister(rows);
        }
        NDIndex here = new NDIndex("{}:{}", from, to);
        rows.set(here, made);
        labels.set(here, batch.targets().get(options.target()));
      }
    }
    return new PlainFeatures(rows.reshape(size, -1), labels);
  }
}
