package io.dyad.benchmark.given;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Context;
import io.dyad.api.Data;
import io.dyad.api.Evaluation;
import io.dyad.api.Network;
import io.dyad.runtime.evaluation.ForwardingContext;

/** An evaluation of features that are there already: normal rows around a centre for each class. */
public record GivenFeatures(Context context, Split train, Split test)
    implements Evaluation, ForwardingContext {
  private static final long CHUNK = 10_000;

  /** The rows and labels of a split. */
  public record Split(NDArray rows, NDArray labels) {
    private static Split around(NDArray centres, long count) {
      NDArray labels = cycle(centres.getManager(), count, (int) centres.getShape().get(0));
      return new Split(GivenFeatures.around(centres, labels), labels);
    }
  }

  /** Draws a training split and a test split. */
  public static GivenFeatures draw(Context context, long train, long test, int width, int classes) {
    NDArray centres = context.manager().randomNormal(new Shape(classes, width)).muli(0.3f);
    return new GivenFeatures(context, Split.around(centres, train), Split.around(centres, test));
  }

  private static NDArray cycle(NDManager manager, long count, int classes) {
    return manager.arange((int) count).toType(DataType.INT64, false).mod(classes);
  }

  private static NDArray around(NDArray centres, NDArray labels) {
    long count = labels.size();
    NDArray rows = centres.getManager().randomNormal(new Shape(count, centres.getShape().get(1)));
    for (long from = 0; from < count; from += CHUNK) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        NDIndex chunk = new NDIndex("{}:{}", from, Math.min(count, from + CHUNK));
        rows.get(chunk).addi(centres.get(labels.get(chunk)));
      }
    }
    return rows;
  }

  @Override
  public Data data() {
    throw new UnsupportedOperationException("features are given; there is no data");
  }

  @Override
  public Network network(String name) {
    throw new UnsupportedOperationException("features are given; there is no network");
  }

  @Override
  public NDArray embed(String output, String split) {
    return split(split).rows();
  }

  @Override
  public NDArray target(String name, String split) {
    return split(split).labels();
  }

  private Split split(String name) {
    return name.equals(Data.TRAIN) ? train : test;
  }
}
