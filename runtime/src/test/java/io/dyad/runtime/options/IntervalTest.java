package io.dyad.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {
  @Test
  void a_round_bracket_leaves_the_end_out() {
    Interval interval = Interval.parse("[0, 1)");
    assertThat(interval.contains(0)).isTrue();
    assertThat(interval.contains(0.999)).isTrue();
    assertThat(interval.contains(1)).isFalse();
    assertThat(interval.contains(-1e-9)).isFalse();
  }

  @Test
  void an_infinite_end_may_be_in_or_out() {
    assertThat(Interval.parse("(0, inf)").contains(Double.POSITIVE_INFINITY)).isFalse();
    assertThat(Interval.parse("(0, inf]").contains(Double.POSITIVE_INFINITY)).isTrue();
  }

  @Test
  void nan_is_never_inside() {
    assertThat(Interval.parse("[-inf, inf]").contains(Double.NaN)).isFalse();
  }

  @Test
  void a_text_that_is_no_interval_is_rejected() {
    assertThatThrownBy(() -> Interval.parse("0..1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..1");
  }
}
