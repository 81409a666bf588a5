package io.dyad.system.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The patterns of the simplest methods, written out for two samples of two views. */
class RelationSketchTest {
  private static final List<Rows> BOTH = List.of(Rows.of("view-1", "z"), Rows.of("view-2", "z"));

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void partners_are_positive_across_views_only() {
    Relation.Block block = pattern(true, true, true).block(0, 4);
    assertThat(block.positive().toFloatArray())
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0);
  }

  @Test
  void simclr_has_all_others_in_the_denominator() {
    assertThat(pattern(true, true, true).block(0, 2).denominator().toFloatArray())
        .containsExactly(0, 1, 1, 1, 1, 0, 1, 1);
  }

  @Test
  void dcl_leaves_the_partner_out() {
    assertThat(pattern(true, true, false).block(0, 2).denominator().toFloatArray())
        .containsExactly(0, 1, 0, 1, 1, 0, 1, 0);
  }

  @Test
  void dhel_stays_within_the_view_and_uniclr_without() {
    assertThat(pattern(true, false, false).block(0, 1).denominator().toFloatArray())
        .containsExactly(0, 1, 0, 0);
    assertThat(pattern(false, true, true).block(0, 1).denominator().toFloatArray())
        .containsExactly(0, 0, 1, 1);
  }

  @Test
  void a_block_is_a_slice_of_the_whole() {
    NDArray whole = pattern(true, true, false).block(0, 4).denominator();
    assertThat(pattern(true, true, false).block(1, 3).denominator()).isEqualTo(whole.get("1:3"));
  }

  @Test
  void a_pattern_is_known_without_asking_for_weights() {
    assertThat(pattern(true, false, false).structure()).contains(Structure.of(true, false, false));
  }

  @Test
  void given_weights_are_sliced_by_rows_and_have_no_pattern() {
    NDArray weights = manager.arange(6f).reshape(3, 2);
    Relation relation = Relation.of(weights, weights.add(1));
    assertThat(relation.structure()).isEmpty();
    assertThat(relation.block(1, 3).positive()).isEqualTo(weights.get("1:3"));
    assertThat(relation.block(1, 3).denominator()).isEqualTo(weights.get("1:3").add(1));
  }

  @Test
  void weights_of_unequal_shapes_are_refused_with_both_shapes() {
    NDArray narrow = manager.ones(new Shape(2, 2));
    NDArray wide = manager.ones(new Shape(2, 3));
    assertThatThrownBy(() -> Relation.of(narrow, wide))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("(2, 2)", "(2, 3)");
  }

  private Relation pattern(boolean sameView, boolean crossView, boolean partner) {
    return Relation.of(Structure.of(sameView, crossView, partner), BOTH, BOTH, 2, manager);
  }
}
