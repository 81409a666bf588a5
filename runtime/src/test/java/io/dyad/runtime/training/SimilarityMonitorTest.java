package io.dyad.runtime.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityMonitorTest {
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final SimilarityMonitor monitor = new SimilarityMonitor(kernels);

  @AfterEach
  void close() {
    manager.close();
    kernels.close();
  }

  /** Orthogonal unit rows are at a squared distance of 2: log(exp(-2 * 2)) = -4. */
  @Test
  void equal_views_of_orthogonal_rows_are_aligned_and_as_uniform_as_their_distance_says() {
    NDArray rows = manager.eye(5).mul(manager.create(3f));
    ViewSimilarities seen = monitor.compare(rows, rows.mul(manager.create(0.5f)));
    assertThat(seen.alignment()).isCloseTo(0, within(1e-6));
    assertThat(seen.uniformity()).isCloseTo(-4, within(1e-5));
    assertThat(seen.positive()).isEqualTo(only(49, 5));
    assertThat(seen.negative()).isEqualTo(only(25, 20));
  }

  @Test
  void opposite_views_are_as_far_apart_as_can_be() {
    NDArray rows = manager.eye(4);
    ViewSimilarities seen = monitor.compare(rows, rows.neg());
    assertThat(seen.alignment()).isCloseTo(4, within(1e-6));
    assertThat(seen.positive()).isEqualTo(only(0, 4));
  }

  @Test
  void collapsed_rows_are_perfectly_aligned_and_not_uniform_at_all() {
    NDArray rows = manager.ones(new Shape(6, 3));
    ViewSimilarities seen = monitor.compare(rows, rows);
    assertThat(seen.alignment()).isCloseTo(0, within(1e-6));
    assertThat(seen.uniformity()).isCloseTo(0, within(1e-5));
    assertThat(seen.negative()).isEqualTo(only(49, 30));
  }

  @Test
  void every_pair_is_counted_once() {
    SeededDraws draws = new SeededDraws(1, manager);
    ViewSimilarities seen =
        monitor.compare(
            draws.normal("first", new Shape(64, 8)), draws.normal("second", new Shape(64, 8)));
    assertThat(seen.positive().stream().mapToLong(Long::longValue).sum()).isEqualTo(64);
    assertThat(seen.negative().stream().mapToLong(Long::longValue).sum()).isEqualTo(64 * 63);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 40, 41, 400, 9999})
  void a_run_is_looked_at_after_its_first_and_last_epoch_and_some_forty_times_in_all(long epochs) {
    List<Long> due =
        LongStream.range(0, epochs)
            .filter(epoch -> SimilarityMonitor.due(epoch, epochs))
            .boxed()
            .toList();
    assertThat(due).startsWith(0L).endsWith(epochs - 1).hasSizeLessThanOrEqualTo(42);
    assertThat(due.size()).isGreaterThanOrEqualTo((int) Math.min(epochs, 20));
  }

  private static List<Long> only(int bin, long count) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(50, 0L));
    counts.set(bin, count);
    return counts;
  }
}
