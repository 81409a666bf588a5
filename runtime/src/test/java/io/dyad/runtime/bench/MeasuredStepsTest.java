package io.dyad.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MeasuredStepsTest {
  private static final long MILLISECOND = 1_000_000;
  private static final Percentage THOUSANDTH = Percentage.withPercentage(0.1);

  private final KernelClock clock = new KernelClock();
  private final MeasuredSteps steps = new MeasuredSteps(100, Device.cpu());

  /** Steps of 1, 2 .. 100 ms, each followed by a pause of 1 ms. */
  private void hundredSteps() {
    long begin = 5;
    steps.start(begin);
    for (long length = 1; length <= 100; length++) {
      long end = begin + length * MILLISECOND;
      steps.add(begin, end, length * MILLISECOND / 4, length * MILLISECOND / 2, clock, 32);
      begin = end + MILLISECOND;
    }
  }

  @Test
  void percentiles_are_those_of_the_steps() {
    hundredSteps();
    StepSeconds seconds = steps.seconds();

    assertThat(seconds.mean()).isCloseTo(0.0505, within(1e-12));
    assertThat(seconds.p50()).isCloseTo(0.050, THOUSANDTH);
    assertThat(seconds.p90()).isCloseTo(0.090, THOUSANDTH);
    assertThat(seconds.p99()).isCloseTo(0.099, THOUSANDTH);
    assertThat(seconds.max()).isCloseTo(0.100, THOUSANDTH);
    assertThat(seconds.processor()).isCloseTo(0.02525, within(1e-12));
  }

  @Test
  void throughput_counts_the_time_between_steps() {
    hundredSteps();
    double seconds = 5.050 + 0.099;

    assertThat(steps.samplesPerStep()).isEqualTo(32);
    assertThat(steps.samplesPerSecond()).isCloseTo(3200 / seconds, within(1e-9));
    assertThat(steps.betweenSteps()).isCloseTo(0.099 / seconds, within(1e-9));
  }

  @Test
  void shares_of_a_step_sum_to_one() {
    hundredSteps();
    StepShares shares = steps.shares();

    assertThat(shares.kernels()).isZero();
    assertThat(shares.waiting()).isCloseTo(0.25, within(1e-9));
    assertThat(shares.outside()).isCloseTo(0.75, within(1e-9));
  }
}
