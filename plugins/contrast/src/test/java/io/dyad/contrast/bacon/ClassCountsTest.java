package io.dyad.contrast.bacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClassCountsTest {
  @Test
  void known_classes_get_the_sizes_of_their_clusters_by_the_rank_of_their_labels() {
    long[] clusters = {2, 2, 2, 2, 0, 0, 0, 1, 1, 3};
    long[] labels = {1, -1, -1, -1, 0, 0, -1, -1, -1, -1};
    ClassCounts found = ClassCounts.estimate(clusters, labels, 4);
    assertThat(found.clusterOfKnown()).containsExactly(0, 2);
    assertThat(found.counts()).containsExactly(4, 3, 2, 1);
  }

  /** Class 0 has more hits in cluster 1, but these are a smaller share of it. */
  @Test
  void hits_count_by_their_share_of_the_cluster() {
    long[] clusters = {0, 1, 1, 1, 1, 1, 1, 1};
    long[] labels = {0, 0, 0, -1, -1, -1, -1, -1};
    assertThat(ClassCounts.estimate(clusters, labels, 2).clusterOfKnown()).containsExactly(0);
  }

  @Test
  void an_empty_cluster_counts_nothing() {
    ClassCounts found = ClassCounts.estimate(new long[] {0, 0}, new long[] {0, -1}, 3);
    assertThat(found.counts()).containsExactly(2, 0, 0);
  }

  @Test
  void labels_of_no_class_are_refused() {
    assertThatThrownBy(() -> ClassCounts.estimate(new long[] {0}, new long[] {5}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("below 3", "5");
    assertThatThrownBy(() -> ClassCounts.estimate(new long[] {0}, new long[] {-1}, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
