package io.dyad.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;

/** Reads arrays as numbers and says whether numbers are the same up to rounding. */
public final class Numbers {
  private static final double ROUNDING = 1e-9;
  private static final double DISTINCT = 1e-7;

  private Numbers() {}

  /** Returns the numbers of an array of any type in row-major order. */
  public static double[] of(NDArray array) {
    return array.stopGradient().toType(DataType.FLOAT64, true).toDoubleArray();
  }

  /** Returns a scalar of any type. */
  public static double scalar(NDArray array) {
    return of(array)[0];
  }

  /** Returns the largest absolute value, NaN if there is one. */
  public static double largest(NDArray array) {
    return Arrays.stream(of(array)).map(Math::abs).reduce(0, Math::max);
  }

  /** Returns whether two float64 results of one equation are the same but for rounding. */
  public static boolean same(double one, double other) {
    return Math.abs(one - other) <= ROUNDING * scale(one, other);
  }

  /** Returns whether two float64 results are different by more than rounding explains. */
  public static boolean distinct(double one, double other) {
    return Math.abs(one - other) > DISTINCT * scale(one, other);
  }

  /** Returns the largest difference, relative to numbers above one. */
  public static double distance(double[] one, double[] other) {
    assertThat(other).as("as many numbers").hasSameSizeAs(one);
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] - other[i]) / scale(one[i], other[i]));
    }
    return largest;
  }

  /** Fails unless two numbers are the same, or distinct where that is declared. */
  public static void assertSame(String what, double one, double other, boolean declaredDistinct) {
    if (declaredDistinct) {
      assertThat(distinct(one, other))
          .as("%s: declared to count, but the value is %s and %s", what, one, other)
          .isTrue();
    } else {
      assertThat(same(one, other)).as("%s: the value is %s and %s", what, one, other).isTrue();
    }
  }

  private static double scale(double one, double other) {
    return Math.max(1, Math.max(Math.abs(one), Math.abs(other)));
  }
}
