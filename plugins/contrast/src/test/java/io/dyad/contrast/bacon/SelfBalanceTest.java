package io.dyad.contrast.bacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SelfBalanceTest {
  /** Four samples: a labelled one, three of class 0 with certainties 0.6, 0.9, 0.6. */
  private static final double[] SOFT = {0.2, 0.8, 0.6, 0.4, 0.9, 0.1, 0.6, 0.4};

  private static final long[] LABELS = {1, -1, -1, -1};

  @Test
  void a_class_is_kept_by_the_root_of_how_rare_it_is() {
    double[] keep = new SelfBalance(0, 0.5).keepProbabilities(new double[] {100, 25, 4}, LABELS);
    assertThat(keep).containsExactly(new double[] {0.2, 1, 1}, within(1e-12));
  }

  @Test
  void a_class_with_labels_in_the_batch_has_an_exponent_of_its_own() {
    double[] keep = new SelfBalance(1, 0).keepProbabilities(new double[] {100, 25, 5}, LABELS);
    assertThat(keep).containsExactly(new double[] {1, 0.2, 1}, within(1e-12));
  }

  @Test
  void as_many_are_kept_as_drew_less_and_they_are_the_most_certain() {
    SelfBalance balance = new SelfBalance(0, 0.5);
    double[] keep = {0.5, 0.5};
    assertThat(balance.chosen(SOFT, LABELS, keep, new float[] {0, 0.1f, 0.6f, 0.7f}))
        .containsExactly(0, 2);
    assertThat(balance.chosen(SOFT, LABELS, keep, new float[] {0, 0.9f, 0.6f, 0.7f}))
        .containsExactly(0);
  }

  @Test
  void of_equally_certain_samples_the_first_is_kept() {
    assertThat(
            new SelfBalance(0, 0.5)
                .chosen(SOFT, LABELS, new double[] {0.5, 0.5}, new float[] {0, 0.1f, 0.6f, 0.2f}))
        .containsExactly(0, 1, 2);
  }
}
