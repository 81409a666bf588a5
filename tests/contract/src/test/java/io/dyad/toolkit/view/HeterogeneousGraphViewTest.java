package io.dyad.toolkit.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeterogeneousGraphViewTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_view_over_other_arrays_keeps_names_types_and_order() {
    HeterogeneousGraphView graph = papers().select(manager.create(new long[] {2, 0}));
    NDList doubled = new NDList();
    graph.tensors().forEach(array -> doubled.add(array.add(array)));

    HeterogeneousGraphView other = graph.with(doubled);

    assertThat(other.target()).isEqualTo("paper");
    assertThat(other.features().keySet()).containsExactly("paper", "author");
    assertThat(other.features()).extractingByKey("author").isSameAs(doubled.get(1));
    assertThat(other.relations().get("writes"))
        .isEqualTo(new HeterogeneousGraphView.Relation("paper", "author", doubled.get(2)));
    assertThat(other.metaPaths().get("pap"))
        .isEqualTo(
            new HeterogeneousGraphView.MetaPath(doubled.get(3), doubled.get(4), List.of("writes")));
    assertThat(other.selected().orElseThrow().toLongArray()).containsExactly(4, 0);
  }

  @Test
  void nodes_are_counted_by_type_and_an_unknown_type_is_named() {
    assertThat(papers().nodes("author")).isEqualTo(2);
    assertThatThrownBy(() -> papers().nodes("subject"))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("subject", "paper", "author");
  }

  @Test
  void its_rows_are_the_selected_target_nodes_and_it_does_not_stack() {
    HeterogeneousGraphView graph = papers();
    assertThat(graph.rows()).isEqualTo(3);
    assertThat(graph.select(manager.create(new long[] {1})).rows()).isEqualTo(1);
    assertThat(graph.stacks(graph)).isFalse();
  }

  @Test
  void its_input_is_the_features_of_the_selected_target_nodes() {
    Map<String, NDArray> features = new LinkedHashMap<>();
    features.put("author", manager.zeros(new Shape(2, 5)));
    features.put("paper", manager.arange(6f).reshape(3, 2));
    HeterogeneousGraphView graph = HeterogeneousGraphView.of("paper", features);
    assertThat(graph.input().toFloatArray()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(graph.select(manager.create(new long[] {2, 0})).input().toFloatArray())
        .containsExactly(4, 5, 0, 1);
  }

  @Test
  void a_target_without_features_is_refused() {
    assertThatThrownBy(() -> HeterogeneousGraphView.of("subject", papers().features()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("subject", "paper");
  }

  @Test
  void a_relation_to_an_unknown_type_is_refused() {
    NDArray edges = edges(0, 0);
    assertThatThrownBy(() -> papers().relation("of", "paper", "subject", edges))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("of", "subject", "author");
  }

  @Test
  void a_context_is_a_relation_from_the_target() {
    NDArray edges = edges(0, 0);
    NDArray weights = manager.ones(new Shape(1));
    HeterogeneousGraphView graph = papers().relation("written", "author", "paper", edges);
    for (String wrong : List.of("written", "absent")) {
      assertThatThrownBy(() -> graph.metaPath("pp", edges, weights, List.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(wrong, "pp", "paper", "writes");
    }
  }

  @Test
  void arrays_of_another_shape_or_type_are_refused_by_name() {
    NDArray edges = edges(0, 0, 1, 1);
    assertThatThrownBy(() -> papers().metaPath("pp", edges, manager.ones(new Shape(3)), List.of()))
        .hasMessageContainingAll("pp", "weights (edges)", "(3)");
    assertThatThrownBy(
            () -> papers().relation("writes", "paper", "author", manager.ones(new Shape(2, 1))))
        .hasMessageContainingAll("writes", "int64 edges (2, edges)", "float32");
    assertThatThrownBy(() -> papers().select(manager.ones(new Shape(2))))
        .hasMessageContainingAll("paper", "int64 node ids");
  }

  private HeterogeneousGraphView papers() {
    Map<String, NDArray> features = new LinkedHashMap<>();
    features.put("paper", manager.ones(new Shape(3, 4)));
    features.put("author", manager.ones(new Shape(2, 5)));
    return HeterogeneousGraphView.of("paper", features)
        .relation("writes", "paper", "author", edges(0, 1, 2, 0, 0, 1))
        .metaPath("pap", edges(0, 1, 1, 0), manager.ones(new Shape(2)), List.of("writes"));
  }

  private NDArray edges(long... ids) {
    return manager.create(ids, new Shape(2, ids.length / 2));
  }
}
