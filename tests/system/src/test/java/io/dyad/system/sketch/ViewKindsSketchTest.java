package io.dyad.system.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.GraphView;
import io.dyad.toolkit.view.SequenceView;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The views of the toolkit: sequences, graphs, several parts. */
class ViewKindsSketchTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_sequence_knows_what_is_padding() {
    assertThat(sequences(3, 1, 2).present().toBooleanArray())
        .containsExactly(true, false, false, true, true, false);
  }

  @Test
  void sequences_of_one_width_stack_and_others_do_not() {
    SequenceView two = sequences(3, 1, 2);
    SequenceView one = sequences(3, 3);
    assertThat(two.stacks(one)).isTrue();
    assertThat(two.stack(List.of(one)).lengths().toLongArray()).containsExactly(1, 2, 3);
    assertThat(two.stacks(sequences(4, 1))).isFalse();
  }

  @Test
  void rows_of_arrays_sequences_and_composites_can_be_parted() {
    TensorView numbers = TensorView.of(manager.create(new float[] {1, 2, 3}));
    CompositeView both = CompositeView.of("x", numbers).and("words", sequences(4, 1, 4, 2));
    CompositeView cut = both.slice(1, 3);

    assertThat(both.slices()).isTrue();
    assertThat(cut.rows()).isEqualTo(2);
    assertThat(cut.tensor("x").toFloatArray()).containsExactly(2, 3);
    assertThat(((SequenceView) cut.part("words")).lengths().toLongArray()).containsExactly(4, 2);
    assertThat(cut.stacks(both.slice(0, 1))).isTrue();
    assertThat(numbers.slice(2, 2).rows()).isZero();
  }

  @Test
  void composites_with_a_part_that_is_no_rows_cannot_be_parted() {
    assertThat(CompositeView.of("graph", graph(2)).slices()).isFalse();
    assertThat(CompositeView.of("a", sequences(3, 1)).and("b", sequences(3, 1, 2)).slices())
        .isFalse();
  }

  @Test
  void sequences_without_a_length_each_are_refused() {
    NDArray ids = manager.create(new long[6], new Shape(2, 3));
    NDArray lengths = manager.create(new long[] {1});
    assertThatThrownBy(() -> SequenceView.of(ids, lengths))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("(N, L)", "(2, 3)", "(1)");
  }

  @Test
  void stacked_graphs_keep_their_edges_apart() {
    GraphView stacked = graph(2).stack(List.of(graph(3), graph(2)));
    assertThat(stacked.nodes()).isEqualTo(7);
    assertThat(stacked.edges().toLongArray()).containsExactly(0, 2, 5, 1, 3, 6);
  }

  @Test
  void weights_and_selected_nodes_follow_a_stack() {
    GraphView first = graph(2).weights(manager.create(new float[] {0.5f})).select(ids(1));
    GraphView second = graph(3).weights(manager.create(new float[] {2})).select(ids(2, 0));
    GraphView stacked = first.stack(List.of(second));
    assertThat(stacked.weights().orElseThrow().toFloatArray()).containsExactly(0.5f, 2);
    assertThat(stacked.selected().orElseThrow().toLongArray()).containsExactly(1, 4, 2);
    assertThat(stacked.rows()).isEqualTo(3);
    assertThat(first.stacks(graph(2))).isFalse();
  }

  @Test
  void a_graph_of_the_same_kind_is_made_of_other_arrays() {
    GraphView chosen = graph(3).select(ids(2));
    GraphView moved = chosen.with(chosen.tensors());
    assertThat(moved.selected().orElseThrow()).isSameAs(chosen.selected().orElseThrow());
    assertThat(moved.weights()).isEmpty();
  }

  @Test
  void edges_that_are_no_pairs_of_ids_are_refused() {
    NDArray features = manager.ones(new Shape(2, 1));
    NDArray wrong = manager.create(new long[3], new Shape(3, 1));
    assertThatThrownBy(() -> GraphView.of(features, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("int64 edges (2, edges)", "(3, 1)");
  }

  @Test
  void parts_are_taken_apart_and_put_together_by_name() {
    CompositeView both = CompositeView.of("image", tensor(2)).and("caption", sequences(3, 1, 2));
    CompositeView again = both.with(both.tensors());
    assertThat(again.names()).containsExactly("image", "caption");
    assertThat(((SequenceView) again.part("caption")).lengths().toLongArray())
        .containsExactly(1, 2);
    assertThat(again.rows()).isEqualTo(2);
  }

  @Test
  void composites_stack_part_by_part_if_all_parts_have_the_same_rows() {
    CompositeView pair = CompositeView.of("image", tensor(2)).and("box", tensor(2));
    assertThat(pair.stacks(pair)).isTrue();
    assertThat(pair.stack(List.of(pair)).tensor("box").getShape()).isEqualTo(new Shape(4, 1));
    CompositeView uneven = CompositeView.of("image", tensor(2)).and("adjacency", tensor(1));
    assertThat(uneven.stacks(uneven)).isFalse();
  }

  @Test
  void a_part_that_is_not_there_is_named_with_those_that_are() {
    CompositeView view = CompositeView.of("image", tensor(2));
    assertThatThrownBy(() -> view.part("caption"))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("caption", "image");
  }

  private TensorView tensor(long rows) {
    return TensorView.of(manager.ones(new Shape(rows, 1)));
  }

  private SequenceView sequences(int width, long... lengths) {
    NDArray ids =
        manager.create(new long[lengths.length * width], new Shape(lengths.length, width));
    return SequenceView.of(ids, manager.create(lengths));
  }

  private GraphView graph(long nodes) {
    return GraphView.of(manager.ones(new Shape(nodes, 1)), ids(0, 1).reshape(2, 1));
  }

  private NDArray ids(long... values) {
    return manager.create(values);
  }
}
