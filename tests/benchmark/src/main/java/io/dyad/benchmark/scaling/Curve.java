package io.dyad.benchmark.scaling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a step grows with one size.
 *
 * @param name what is varied
 * @param points in ascending size
 */
record Curve(String name, List<Point> points) {
  Curve {
    points = points.stream().sorted(Comparator.comparingDouble(Point::size)).toList();
  }

  /**
   * Returns the exponent of the power law that fits best: the slope of the least-squares line
   * through log size and log figure. NaN for fewer than two sizes.
   */
  double slope(ToDoubleFunction<Point> figure) {
    return slope(points, figure);
  }

  /** Returns that between the two largest sizes, where what is constant weighs least. */
  double lastSlope(ToDoubleFunction<Point> figure) {
    return slope(points.subList(Math.max(0, points.size() - 2), points.size()), figure);
  }

  private static double slope(List<Point> points, ToDoubleFunction<Point> figure) {
    double[] x = points.stream().mapToDouble(point -> Math.log(point.size())).toArray();
    double[] y =
        points.stream().mapToDouble(point -> Math.log(figure.applyAsDouble(point))).toArray();
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    return products / squares;
  }
}
