package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dyad.api.ConfigurationException;
import org.junit.jupiter.api.Test;

class LearningRateTest {
  @Test
  void a_warm_up_rises_in_equal_steps_to_one() {
    LearningRate rate = rate("shape = constant, warmup-epochs = 2", 2, 100);
    assertThat(rate.factor(0)).isEqualTo(0.25);
    assertThat(rate.factor(1)).isEqualTo(0.5);
    assertThat(rate.factor(3)).isEqualTo(1);
    assertThat(rate.factor(99)).isEqualTo(1);
  }

  @Test
  void a_warm_up_may_begin_above_nothing() {
    LearningRate rate = rate("shape = constant, warmup-epochs = 1, warmup-factor = 0.2", 4, 100);
    assertThat(rate.factor(0)).isCloseTo(0.4, within(1e-12));
    assertThat(rate.factor(2)).isCloseTo(0.8, within(1e-12));
    assertThat(rate.factor(3)).isEqualTo(1);
  }

  @Test
  void a_cosine_is_one_at_the_start_and_halfway_down_in_the_middle() {
    LearningRate rate = rate("shape = cosine, final-factor = 0.2", 10, 100);
    assertThat(rate.factor(0)).isEqualTo(1);
    assertThat(rate.factor(50)).isCloseTo(0.6, within(1e-12));
    assertThat(rate.factor(100)).isCloseTo(0.2, within(1e-12));
    assertThat(rate.factor(200)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void steps_fall_at_each_milestone() {
    LearningRate rate = rate("shape = step, milestones = [3, 4.5], factor = 0.2", 10, 100);
    assertThat(rate.factor(29)).isEqualTo(1);
    assertThat(rate.factor(30)).isEqualTo(0.2);
    assertThat(rate.factor(44)).isEqualTo(0.2);
    assertThat(rate.factor(45)).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void milestones_belong_to_steps() {
    assertThatThrownBy(() -> rate("shape = step", 1, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("milestones must name epochs");
    assertThatThrownBy(() -> rate("shape = cosine, milestones = [1]", 1, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("milestones are for shape = step only");
  }

  private static LearningRate rate(String options, long stepsPerEpoch, long steps) {
    return new LearningRate(
        TrainSettings.of("schedule { " + options + " }").schedule(), stepsPerEpoch, steps);
  }
}
