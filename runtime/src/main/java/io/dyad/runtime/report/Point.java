package io.dyad.runtime.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure of a step. */
record Point(long step, double value) {
  /** More points than that are no better to look at, and make a page heavy. */
  private static final int MOST = 1500;

  private static final MathContext DIGITS = new MathContext(6);

  /** Returns the point as the page has it: rounded, and nothing where there is no number. */
  List<@Nullable Object> pair() {
    Object number =
        Double.isFinite(value) ? (Object) new BigDecimal(value).round(DIGITS).doubleValue() : null;
    return Arrays.asList(step, number);
  }

  /** Returns the least and the greatest of each of several stretches, if there are many points. */
  static List<Point> thinned(List<Point> points) {
    if (points.size() <= MOST) {
      return points;
    }
    List<Point> kept = new ArrayList<>();
    int stretches = MOST / 2;
    for (int i = 0; i < stretches; i++) {
      int from = (int) ((long) points.size() * i / stretches);
      int to = (int) ((long) points.size() * (i + 1) / stretches);
      List<Point> stretch = points.subList(from, to);
      Point least = stretch.stream().min(Comparator.comparingDouble(Point::value)).orElseThrow();
      Point greatest = stretch.stream().max(Comparator.comparingDouble(Point::value)).orElseThrow();
      kept.add(least.step() <= greatest.step() ? least : greatest);
      if (least != greatest) {
        kept.add(least.step() <= greatest.step() ? greatest : least);
      }
    }
    return kept;
  }
}
