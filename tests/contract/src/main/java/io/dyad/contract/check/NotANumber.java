package io.dyad.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.View;

/** Finds and plants numbers that are none. */
public final class NotANumber {
  private NotANumber() {}

  /** Fails if an array holds NaN or an infinity. */
  public static void assertFinite(String what, NDArray array) {
    assertThat(countIn(array)).as("numbers in %s that are not finite", what).isZero();
  }

  /** Returns how many values of an array are NaN or infinite. */
  public static long countIn(NDArray array) {
    if (!array.getDataType().isFloating() || array.size() == 0) {
      return 0;
    }
    NDArray values = array.stopGradient();
    NDArray broken = values.isNaN().logicalOr(values.isInfinite());
    return broken.toType(DataType.INT64, false).sum().getLong();
  }

  /** Returns a copy of a view whose first floating-point array has a first row of NaN. */
  public static View inFirstRow(View view) {
    NDList tensors = new NDList(view.tensors());
    for (int i = 0; i < tensors.size(); i++) {
      if (tensors.get(i).getDataType().isFloating()) {
        NDArray copy = tensors.get(i).duplicate();
        copy.set(new NDIndex("0, ..."), Float.NaN);
        tensors.set(i, copy);
        break;
      }
    }
    return view.with(tensors);
  }
}
