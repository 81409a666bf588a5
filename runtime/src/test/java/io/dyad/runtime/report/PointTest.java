package io.dyad.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PointTest {
  @Test
  void many_points_are_thinned_without_losing_a_spike() {
    List<Point> points =
        LongStream.range(0, 100_000)
            .mapToObj(step -> new Point(step, step == 54_321 ? 99 : Math.sin(step / 1e4)))
            .toList();
    List<Point> thinned = Point.thinned(points);
    assertThat(thinned).hasSizeLessThanOrEqualTo(1500).contains(new Point(54_321, 99));
    assertThat(thinned).extracting(Point::step).isSorted();
    assertThat(thinned.get(0).step()).isZero();
    assertThat(thinned.get(thinned.size() - 1).step()).isEqualTo(99_999);
  }

  @Test
  void few_points_stay_as_they_are() {
    List<Point> points = List.of(new Point(1, 2), new Point(2, Double.NaN));
    assertThat(Point.thinned(points)).isSameAs(points);
  }

  @Test
  void numbers_are_rounded_and_what_is_none_is_left_out() {
    assertThat(new Point(3, 1.0 / 3).pair()).containsExactly(3L, 0.333333);
    assertThat(new Point(4, Double.NaN).pair()).containsExactly(4L, null);
    assertThat(new Point(5, Double.POSITIVE_INFINITY).pair()).containsExactly(5L, null);
  }
}
