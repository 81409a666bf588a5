package io.dyad.contrast.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Relation;
import io.dyad.contract.harness.Harness;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoreStatisticsTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  /** The first anchor has scores 1, 2, 4 and 6, of which the first is positive; by hand. */
  @Test
  void figures_of_an_anchor_are_those_by_hand() {
    ScoreStatistics seen =
        statistics(2, new double[] {1}, new double[] {1, 2, 4, 6}, new double[] {1, 0, 0, 0});
    assertThat(seen.anchors().toDoubleArray())
        .containsExactly(
            new double[] {4, 4, 1, (Math.exp(1) + Math.exp(2) + Math.exp(3)) / 3, Math.exp(0.5)},
            within(1e-12));
    assertThat(seen.positives().toDoubleArray()).containsExactly(1);
    assertThat(seen.negatives().toDoubleArray()).containsExactly(2, 4, 4, 6);
  }

  @Test
  void means_leave_out_anchors_without_such_pairs() {
    ScoreStatistics seen =
        statistics(1, new double[] {1, 2}, new double[] {1, 3}, new double[] {1, 0, 0, 0});
    assertThat(seen.means().toDoubleArray()[2]).isEqualTo(1);
    assertThat(seen.means().toDoubleArray()[0]).isCloseTo((3 + 4) / 2.0, within(1e-12));
    assertThat(seen.means().toDoubleArray()[5]).isZero();
  }

  @Test
  void the_positives_vary_over_anchors_without_bias() {
    ScoreStatistics seen =
        statistics(1, new double[] {1, 3}, new double[] {1, 2}, new double[] {1, 0, 1, 0});
    assertThat(seen.means().toDoubleArray()[5]).isCloseTo(2, within(1e-12));
  }

  @Test
  void many_negatives_are_sampled_evenly() {
    double[] keys = IntStream.range(0, 10_000).asDoubleStream().toArray();
    double[] sample =
        statistics(1, new double[] {1}, keys, new double[10_000]).negatives().toDoubleArray();
    assertThat(sample).hasSize(4096).isSorted().doesNotHaveDuplicates();
    assertThat(Arrays.stream(sample).average().orElse(0)).isCloseTo(4999.5, within(2.0));
  }

  private ScoreStatistics statistics(
      double temperature, double[] anchors, double[] keys, double[] positives) {
    NDArray positive = harness.constant(new Shape(anchors.length, keys.length), positives);
    return new ScoreStatistics.Equation(harness.kernels(), temperature, false)
        .of(
            harness.constant(new Shape(anchors.length, 1), anchors),
            harness.constant(new Shape(keys.length, 1), keys),
            Relation.Block.of(positive, positive.onesLike()));
  }
}
