package io.dyad.contrast.aligned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Pairs;
import io.dyad.api.Rows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlignedPairsTest {
  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void both_directions_of_three_views_are_six_pairs_of_three_pairs_of_views() {
    AlignedPairs aligned =
        AlignedPairs.of(
            Pairs.of(
                contrast(1, 2),
                contrast(2, 1),
                contrast(1, 3),
                contrast(3, 1),
                contrast(2, 3),
                contrast(3, 2)),
            "byol");
    assertThat(aligned.size()).isEqualTo(6);
    assertThat(aligned.viewPairs()).isEqualTo(3);
  }

  @Test
  void anchors_that_are_their_own_keys_are_refused_with_the_sampler_to_set() {
    List<Rows> both = List.of(Rows.of("view-1", "projection"), Rows.of("view-2", "projection"));
    Contrast inBatch = Contrast.of(both, both, contrast(1, 2).relation());
    assertThatThrownBy(() -> AlignedPairs.of(Pairs.of(inBatch), "byol"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("byol", "same rows", "pairs = cross-view");
  }

  @Test
  void anchors_without_a_key_are_refused() {
    Rows extra = Rows.bank("queue");
    Contrast queue =
        Contrast.of(
            List.of(Rows.of("view-1", "projection")),
            List.of(Rows.of("view-2", "projection"), extra),
            contrast(1, 2).relation());
    assertThatThrownBy(() -> AlignedPairs.of(Pairs.of(queue), "vicreg"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("vicreg", "bank queue", "pairs = cross-view");
  }

  @Test
  void rows_of_different_width_are_refused_by_their_addresses() {
    FakeEncoded encoded =
        FakeEncoded.projections(
            harness.constant(new Shape(2, 3), new double[6]),
            harness.constant(new Shape(2, 2), new double[4]));
    AlignedPairs aligned = AlignedPairs.of(Pairs.of(contrast(1, 2)), "agreement");
    assertThatThrownBy(() -> aligned.keys(encoded))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("agreement", "view-1.projection is (2, 3)", "(2, 2)");
  }

  private Contrast contrast(int anchor, int key) {
    return TwoViews.contrast(harness, anchor, key);
  }
}
