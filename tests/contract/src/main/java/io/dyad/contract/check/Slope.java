package io.dyad.contract.check;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.function.Supplier;

/**
 * Compares a gradient with the central difference along one direction: the cheap form of the check
 * for arrays of many numbers. A step may cross a kink or meet strong curvature, so smaller ones are
 * tried and the best counts; a wrong gradient is wrong for all of them.
 */
public final class Slope {
  private static final double[] DOUBLE_STEPS = {1e-6, 1e-7, 1e-8};
  private static final double[] SINGLE_STEPS = {1e-2, 1e-3};

  private static final NDIndex ALL = new NDIndex("...");

  private Slope() {}

  /**
   * Returns how far the gradient is from the central difference, relative to slopes above one.
   *
   * @param value computes the scalar anew
   * @param at what is moved and put back; requires no gradient
   * @param gradient of the scalar
   * @param direction of the shape of {@code at}
   */
  public static double error(
      Supplier<NDArray> value, NDArray at, NDArray gradient, NDArray direction) {
    double actual = number(gradient.mul(direction).sum());
    double best = Double.POSITIVE_INFINITY;
    for (double step : at.getDataType() == DataType.FLOAT64 ? DOUBLE_STEPS : SINGLE_STEPS) {
      double expected = central(value, at, direction, step);
      best = Math.min(best, Math.abs(actual - expected) / Math.max(1, Math.abs(expected)));
    }
    return best;
  }

  private static double central(
      Supplier<NDArray> value, NDArray at, NDArray direction, double step) {
    NDArray before = at.duplicate();
    NDArray move = direction.mul(step).toType(at.getDataType(), false);
    at.addi(move);
    double above = number(value.get());
    at.set(ALL, before);
    at.subi(move);
    double below = number(value.get());
    at.set(ALL, before);
    return (above - below) / (2 * step);
  }

  private static double number(NDArray scalar) {
    return scalar.toType(DataType.FLOAT64, true).getDouble();
  }
}
