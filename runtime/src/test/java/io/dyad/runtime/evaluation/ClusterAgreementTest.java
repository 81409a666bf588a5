package io.dyad.runtime.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClusterAgreementTest {
  private static ClusterAgreement agreement(long[] clusters, long[] classes) {
    return new ClusterAgreement(clusters, classes);
  }

  @Test
  void clusters_under_other_names_agree_fully() {
    ClusterAgreement same = agreement(new long[] {2, 2, 0, 1}, new long[] {0, 0, 1, 2});
    assertThat(same.accuracy(label -> true)).isEqualTo(1);
    assertThat(same.normalizedMutualInformation()).isCloseTo(1, within(1e-12));
    assertThat(same.adjustedRandIndex()).isCloseTo(1, within(1e-12));
  }

  /**
   * Cluster 0 holds both samples of class 0 and one of class 1, which needs a cluster of its own.
   */
  @Test
  void old_and_new_are_counted_under_one_match_over_all_classes() {
    ClusterAgreement found =
        agreement(new long[] {0, 0, 0, 1, 2, 2}, new long[] {0, 0, 1, 1, 2, 1});
    assertThat(found.accuracy(label -> true)).isEqualTo(4.0 / 6);
    assertThat(found.accuracy(label -> label < 1)).isEqualTo(1);
    assertThat(found.accuracy(label -> label >= 1)).isEqualTo(0.5);
    assertThat(found.accuracy(label -> label > 9)).isNaN();
  }

  /** Two clusters cut two classes in half: independent, worse than chance for pairs. */
  @Test
  void independent_clusters_have_the_figures_of_the_closed_form() {
    ClusterAgreement found = agreement(new long[] {0, 1, 0, 1}, new long[] {0, 0, 1, 1});
    assertThat(found.accuracy(label -> true)).isEqualTo(0.5);
    assertThat(found.normalizedMutualInformation()).isCloseTo(0, within(1e-12));
    assertThat(found.adjustedRandIndex()).isCloseTo(-0.5, within(1e-12));
  }

  /**
   * H(clusters) = H(1/4), H(classes) = ln 2, mutual information = H(1/4) + ln 2 - H(1/4, 1/2, 1/4).
   */
  @Test
  void a_partial_agreement_has_the_figures_of_the_closed_form() {
    ClusterAgreement found = agreement(new long[] {0, 1, 1, 1}, new long[] {0, 0, 1, 1});
    double quarter = 0.25 * Math.log(4) + 0.75 * Math.log(4 / 3.0);
    double joint = 0.5 * Math.log(4) + 0.5 * Math.log(2);
    double information = quarter + Math.log(2) - joint;
    assertThat(found.normalizedMutualInformation())
        .isCloseTo(2 * information / (quarter + Math.log(2)), within(1e-12));
    assertThat(found.adjustedRandIndex()).isCloseTo(0, within(1e-12));
  }

  @Test
  void more_clusters_than_classes_leave_samples_unmatched() {
    ClusterAgreement found = agreement(new long[] {0, 1, 2, 3}, new long[] {0, 0, 1, 1});
    assertThat(found.accuracy(label -> true)).isEqualTo(0.5);
  }
}
