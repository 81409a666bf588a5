package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dyad.runtime.experiment.ScheduleOptions;
import io.dyad.runtime.experiment.Shape;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  @Test
  void a_warm_up_rises_in_equal_steps_to_one() {
    LearningRate rate = LearningRate.of(new ScheduleOptions(Shape.CONSTANT, 2, 0), 2, 100);
    assertThat(rate.factor(0)).isEqualTo(0.25);
    assertThat(rate.factor(1)).isEqualTo(0.5);
    assertThat(rate.factor(3)).isEqualTo(1);
    assertThat(rate.factor(99)).isEqualTo(1);
  }

  @Test
  void a_cosine_is_one_at_the_start_and_halfway_down_in_the_middle() {
    LearningRate rate = LearningRate.of(new ScheduleOptions(Shape.COSINE, 0, 0.2), 10, 100);
    assertThat(rate.factor(0)).isEqualTo(1);
    assertThat(rate.factor(50)).isCloseTo(0.6, within(1e-12));
    assertThat(rate.factor(100)).isCloseTo(0.2, within(1e-12));
    assertThat(rate.factor(200)).isCloseTo(0.2, within(1e-12));
  }
}
