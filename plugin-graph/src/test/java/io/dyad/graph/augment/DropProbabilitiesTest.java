package io.dyad.graph.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DropProbabilitiesTest {
  @Test
  void the_most_central_is_never_dropped_and_the_others_by_their_logarithms() {
    double[] unimportance = DropProbabilities.unimportance(new double[] {8, 4, 2, 2});
    // logarithms to base 2: 3, 2, 1, 1; the mean is 1.75
    assertThat(unimportance).containsExactly(new double[] {0, 0.8, 1.6, 1.6}, within(1e-12));
    assertThat(DropProbabilities.of(unimportance, 0.5, 0.7))
        .containsExactly(new double[] {0, 0.4, 0.7, 0.7}, within(1e-12));
  }

  @Test
  void the_mean_is_at_most_the_rate_and_no_value_above_the_threshold() {
    SplittableRandom random = new SplittableRandom(1);
    for (double rate = 0.1; rate < 1; rate += 0.1) {
      double[] centrality = random.doubles(1000).map(u -> Math.exp(6 * u)).toArray();
      double[] chosen = DropProbabilities.of(DropProbabilities.unimportance(centrality), rate, 0.7);
      assertThat(Arrays.stream(chosen).average().orElseThrow()).isLessThanOrEqualTo(rate + 1e-12);
      assertThat(Arrays.stream(chosen).max().orElseThrow()).isLessThanOrEqualTo(0.7);
      assertThat(Arrays.stream(chosen).min().orElseThrow()).isZero();
    }
  }

  @Test
  void equal_centralities_up_to_rounding_are_dropped_evenly() {
    double[] unimportance = DropProbabilities.unimportance(new double[] {3, 3 + 1e-15, 3});
    assertThat(DropProbabilities.of(unimportance, 0.4, 0.7)).containsOnly(0.4);
    assertThat(DropProbabilities.of(unimportance, 0.9, 0.7)).containsOnly(0.7);
  }

  @Test
  void what_no_node_has_does_not_change_the_others() {
    assertThat(DropProbabilities.unimportance(new double[] {8, 0, 4, 2, 2}))
        .containsExactly(new double[] {0, 0, 0.8, 1.6, 1.6}, within(1e-12));
    assertThat(DropProbabilities.unimportance(new double[] {0, 0})).containsOnly(0);
  }
}
