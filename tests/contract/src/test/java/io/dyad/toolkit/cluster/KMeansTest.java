package io.dyad.toolkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.NumericException;
import io.dyad.contract.harness.Harness;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KMeansTest {
  private static SeededDraws draws(Harness harness, long seed) {
    return new SeededDraws(seed, harness.manager());
  }

  @Test
  void two_clusters_on_a_line_have_the_means_and_the_inertia_of_the_closed_form() {
    try (Harness harness = new Harness()) {
      NDArray rows = harness.constant(new Shape(5, 1), 0, 1, 2, 10, 12);
      Clusters found = new KMeans(harness.kernels(), 1, 100).fit(rows, 2, draws(harness, 3));
      double[] means = found.centroids().toDoubleArray();
      Arrays.sort(means);
      assertThat(means).containsExactly(1, 11);
      assertThat(found.inertia()).isCloseTo(4, within(1e-9));
      assertThat(Arrays.stream(found.sizes()).sorted()).containsExactly(2L, 3L);
      assertThat(found.assignments()[0]).isEqualTo(found.assignments()[2]);
      assertThat(found.assignments()[3]).isNotEqualTo(found.assignments()[0]);
    }
  }

  @Test
  void blobs_are_found_in_rows_of_more_than_one_block() {
    try (Harness harness = new Harness(DataType.FLOAT32)) {
      int count = 10_000;
      int blobs = 4;
      NDArray blob = harness.manager().arange(count).mod(blobs).toType(DataType.INT64, false);
      NDArray rows =
          draws(harness, 1).normal("rows", new Shape(count, blobs)).add(blob.oneHot(blobs).mul(20));
      Clusters found = new KMeans(harness.kernels(), 3, 100).fit(rows, blobs, draws(harness, 2));
      long[] clusters = found.assignments();
      Set<Long> names = new TreeSet<>();
      for (int i = 0; i < count; i++) {
        assertThat(clusters[i]).isEqualTo(clusters[i % blobs]);
        names.add(clusters[i]);
      }
      assertThat(names).hasSize(blobs);
      assertThat(found.sizes()).containsOnly(count / blobs);
      assertThat(found.inertia() / count).isCloseTo(blobs, within(0.2));
    }
  }

  @Test
  void as_many_clusters_as_rows_have_one_each() {
    try (Harness harness = new Harness()) {
      NDArray rows = harness.constant(new Shape(4, 2), 0, 0, 0, 1, 1, 0, 5, 5);
      Clusters found = new KMeans(harness.kernels(), 1, 100).fit(rows, 4, draws(harness, 0));
      assertThat(found.sizes()).containsOnly(1);
      assertThat(found.inertia()).isZero();
    }
  }

  @Test
  void equal_rows_leave_clusters_empty_and_nothing_breaks() {
    try (Harness harness = new Harness()) {
      NDArray rows = harness.constant(new Shape(6, 1), 2, 2, 2, 2, 2, 7);
      Clusters found = new KMeans(harness.kernels(), 2, 100).fit(rows, 4, draws(harness, 0));
      assertThat(found.inertia()).isZero();
      assertThat(Arrays.stream(found.sizes()).sum()).isEqualTo(6);
      assertThat(found.assignments()[0]).isNotEqualTo(found.assignments()[5]);
    }
  }

  @Test
  void more_starts_are_never_worse() {
    try (Harness harness = new Harness()) {
      NDArray rows = harness.constant(new Shape(8, 1), 0, 0.1, 5, 5.1, 9, 9.1, 30, 30.1);
      for (int seed = 0; seed < 10; seed++) {
        double one =
            new KMeans(harness.kernels(), 1, 100).fit(rows, 4, draws(harness, seed)).inertia();
        double many =
            new KMeans(harness.kernels(), 10, 100).fit(rows, 4, draws(harness, seed)).inertia();
        assertThat(many).isLessThanOrEqualTo(one).isCloseTo(0.02, within(1e-6));
      }
    }
  }

  @Test
  void the_same_draws_give_the_same_clusters_to_the_bit() {
    try (Harness harness = new Harness(DataType.FLOAT32)) {
      NDArray rows = draws(harness, 5).normal("rows", new Shape(300, 6));
      KMeans clustering = new KMeans(harness.kernels(), 2, 20);
      Clusters first = clustering.fit(rows, 7, draws(harness, 1));
      Clusters second = clustering.fit(rows, 7, draws(harness, 1));
      assertThat(second.assignments()).isEqualTo(first.assignments());
      assertThat(second.centroids().toFloatArray()).isEqualTo(first.centroids().toFloatArray());
      assertThat(clustering.fit(rows, 7, draws(harness, 2)).assignments())
          .isNotEqualTo(first.assignments());
    }
  }

  @Test
  void nothing_is_left_behind_but_the_centroids() {
    try (Harness harness = new Harness()) {
      NDArray rows = harness.constant(new Shape(6, 1), 2, 2, 2, 2, 2, 7);
      KMeans clustering = new KMeans(harness.kernels(), 3, 10);
      clustering.fit(rows, 4, draws(harness, 0)).centroids().close();
      int before = ((BaseNDManager) harness.manager()).getManagedArrays().size();
      clustering.fit(rows, 4, draws(harness, 0));
      assertThat(((BaseNDManager) harness.manager()).getManagedArrays()).hasSize(before + 1);
    }
  }

  @Test
  void fewer_rows_than_clusters_are_refused() {
    try (Harness harness = new Harness()) {
      KMeans clustering = new KMeans(harness.kernels(), 1, 10);
      NDArray rows = harness.constant(new Shape(2, 1), 1, 2);
      assertThatThrownBy(() -> clustering.fit(rows, 3, draws(harness, 0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll("2 rows", "3 clusters");
    }
  }

  @Test
  void rows_that_are_no_numbers_are_refused() {
    try (Harness harness = new Harness()) {
      KMeans clustering = new KMeans(harness.kernels(), 1, 10);
      NDArray rows = harness.constant(new Shape(2, 1), 1, Double.NaN);
      assertThatThrownBy(() -> clustering.fit(rows, 2, draws(harness, 0)))
          .isInstanceOf(NumericException.class);
    }
  }
}
