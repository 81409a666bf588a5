package io.dyad.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.DeviceException;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {
  private static final long MB = 1 << 20;
  private static final MemoryEstimate ESTIMATE = with(1000, 0);

  @Test
  void the_total_is_what_is_there_the_updates_the_batch_and_all_similarities() {
    assertThat(ESTIMATE.total()).isEqualTo(500 * MB + 2500 * MB + 2000L * 2000 * 12);
  }

  @Test
  void what_fits_is_let_through() {
    assertThatCode(() -> ESTIMATE.require(ESTIMATE.total(), "cpu")).doesNotThrowAnyException();
  }

  @Test
  void what_does_not_fit_is_refused_with_its_parts_and_the_largest_batch() {
    assertThatThrownBy(() -> ESTIMATE.require(1000 * MB, "cpu"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("needs about 3.0 GB, and cpu has 1000 MB")
        .hasMessageContaining("2.4 GB of 1000 samples in 2 views")
        .hasMessageContaining(
            "Set train.micro-batch to " + ESTIMATE.largestMicroBatch(1000 * MB) + " or less")
        .hasMessageContaining(
            ", or train.batch-size to " + ESTIMATE.largestBatch(1000 * MB) + " or less");
  }

  @Test
  void the_largest_batch_fits_and_one_more_does_not() {
    long batch = ESTIMATE.largestBatch(1000 * MB);

    assertThat(with(batch, 0).total()).isLessThanOrEqualTo(1000 * MB);
    assertThat(with(batch + 1, 0).total()).isGreaterThan(1000 * MB);
  }

  @Test
  void where_not_one_sample_fits_the_advice_is_another() {
    assertThatThrownBy(() -> ESTIMATE.require(450 * MB, "cpu"))
        .hasMessageContaining("Not even a batch of one sample fits");
  }

  @Test
  void a_micro_batch_holds_the_activations_of_its_own_samples_and_all_views() {
    assertThat(with(1000, 40).total())
        .isEqualTo(500 * MB + MB / 4 * 5 * (1000 / 4 + 40 * 7 / 4) + 2000L * 2000 * 12);
    assertThat(with(1000, 5000).total()).isEqualTo(ESTIMATE.total());
    long rows = ESTIMATE.largestMicroBatch(1000 * MB);
    assertThat(with(1000, rows).total()).isLessThanOrEqualTo(1000 * MB);
    assertThat(with(1000, rows + 1).total()).isGreaterThan(1000 * MB);
  }

  @Test
  void a_graph_is_compared_in_strips_and_has_no_smaller_batch() {
    MemoryEstimate graph =
        new MemoryEstimate(400 * MB, 100 * MB, MB / 4, 7 * MB / 4, 1000, 0, 2, true);

    assertThat(graph.total()).isEqualTo(500 * MB + 2500 * MB + 2000L * 1024 * 12);
    assertThatThrownBy(() -> graph.require(1000 * MB, "cpu"))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("The data is one batch; make the encoder narrower, or take less data")
        .hasMessageNotContaining("train.batch-size");
  }

  private static MemoryEstimate with(long batch, long microBatch) {
    return new MemoryEstimate(400 * MB, 100 * MB, MB / 4, 7 * MB / 4, batch, microBatch, 2, false);
  }
}
