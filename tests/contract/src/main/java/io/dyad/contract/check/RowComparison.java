package io.dyad.contract.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;

/** Compares rows that were made together with the same rows made apart. */
public final class RowComparison {
  private static final double DOUBLE = 1e-9;
  private static final double SINGLE = 2e-5;

  private RowComparison() {}

  /** Returns whether the parts, one after another, are the whole up to rounding. */
  public static boolean equalApart(NDArray whole, NDArray... parts) {
    for (NDArray part : parts) {
      if (!part.getShape().slice(1).equals(whole.getShape().slice(1))) {
        return false;
      }
    }
    NDArray joined = parts.length == 1 ? parts[0] : NDArrays.concat(new NDList(parts), 0);
    return joined.getShape().equals(whole.getShape())
        && distance(whole, joined) <= (whole.getDataType() == DataType.FLOAT64 ? DOUBLE : SINGLE);
  }

  /** Returns the largest difference, relative to values above one. */
  private static double distance(NDArray first, NDArray second) {
    if (first.size() == 0) {
      return 0;
    }
    NDArray one = exact(first);
    NDArray scale = one.abs().maximum(one.onesLike());
    return one.sub(exact(second)).abs().div(scale).max().getDouble();
  }

  private static NDArray exact(NDArray array) {
    return array.stopGradient().toType(DataType.FLOAT64, true);
  }
}
