package io.dyad.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

/** Compares a gradient with central differences, number by number, in float64. */
public final class GradientCheck {
  private static final double STEP = 1e-5;
  private static final double ABSOLUTE = 1e-7;
  private static final double RELATIVE = 1e-5;
  private static final int MOST = 24;

  private GradientCheck() {}

  /** A scalar as a function of one of its inputs. */
  @FunctionalInterface
  public interface Moved {
    /** Returns the scalar when one number of the input, in row-major order, is moved. */
    double value(int index, double by);
  }

  /**
   * Fails where the gradient of a scalar and its differences do not agree. Of a large input, some
   * numbers are looked at.
   *
   * @param input its name in messages
   */
  public static void assertAgrees(String input, double[] gradient, Moved scalar) {
    int stride = Math.max(1, gradient.length / MOST);
    for (int i = 0; i < gradient.length; i += stride) {
      double difference = difference(scalar, i);
      assertThat(Math.abs(gradient[i] - difference))
          .as(
              "the gradient with respect to %s[%d] is %s, the central difference %s; their distance",
              input, i, gradient[i], difference)
          .isLessThanOrEqualTo(tolerance(gradient[i], difference));
    }
  }

  /** Fails if the gradient agrees with the differences everywhere; arguments as for agreement. */
  public static void assertDiffers(String input, double[] gradient, Moved scalar) {
    int stride = Math.max(1, gradient.length / MOST);
    assertThat(IntStream.iterate(0, i -> i < gradient.length, i -> i + stride))
        .as("positions at which the gradient of %s differs from the central difference", input)
        .anySatisfy(
            i -> {
              double difference = difference(scalar, i);
              assertThat(Math.abs(gradient[i] - difference))
                  .isGreaterThan(tolerance(gradient[i], difference));
            });
  }

  private static double tolerance(double gradient, double difference) {
    return ABSOLUTE + RELATIVE * Math.max(Math.abs(gradient), Math.abs(difference));
  }

  /** Returns whether a scalar depends on an input of that many numbers. */
  public static boolean depends(long size, Moved scalar) {
    return IntStream.range(0, Math.toIntExact(size))
        .anyMatch(index -> Math.abs(difference(scalar, index)) > ABSOLUTE);
  }

  /** Returns the central difference of a scalar for one number of its input. */
  static double difference(Moved scalar, int index) {
    return (scalar.value(index, STEP) - scalar.value(index, -STEP)) / (2 * STEP);
  }
}
