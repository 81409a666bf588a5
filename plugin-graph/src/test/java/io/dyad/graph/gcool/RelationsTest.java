package io.dyad.graph.gcool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.ViewGenerator;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.GraphView;
import io.dyad.toolkit.view.HeterogeneousGraphView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelationsTest {
  private final Harness harness = new Harness();
  private final NDArray features = harness.manager().ones(new Shape(4, 2));

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void each_relation_is_a_graph_of_the_same_nodes_that_are_not_their_own_neighbours() {
    List<TaggedView> views = generated("", Papers.of(features));
    assertThat(views).extracting(TaggedView::name).containsExactly("view-1", "view-2");
    GraphView second = (GraphView) views.get(1).view();
    assertThat(second.features()).isSameAs(features);
    assertThat(second.edges().toLongArray()).containsExactly(1, 2, 3, 2, 1, 3);
    assertThat(weights(second)).containsExactly(1, 1, 0);
  }

  @Test
  void edges_weigh_what_the_meta_path_says_if_asked_to() {
    List<TaggedView> views = generated("weighted = true", Papers.of(features));
    assertThat(weights((GraphView) views.get(1).view())).containsExactly(2, 2, 0);
  }

  @Test
  void named_relations_come_in_the_order_of_their_names() {
    List<TaggedView> views = generated("meta-paths = [psp, pap]", Papers.of(features));
    assertThat(views).extracting(TaggedView::tags).containsExactly(Set.of("psp"), Set.of("pap"));
  }

  @Test
  void the_plain_view_holds_all_relations_by_name() {
    try (Subject<ViewGenerator> subject = subject("")) {
      View plain = subject.component().plain(batch(Papers.of(features)), harness.context());
      assertThat(((CompositeView) plain).names()).containsExactly("pap", "psp");
    }
  }

  @Test
  void an_unknown_relation_is_refused_with_those_there_are() {
    assertThatThrownBy(() -> generated("meta-paths = [apa]", Papers.of(features)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("views.meta-paths", "\"apa\"", "[pap, psp]");
  }

  @Test
  void data_without_meta_paths_and_data_of_another_kind_are_refused() {
    HeterogeneousGraphView bare = HeterogeneousGraphView.of("paper", Map.of("paper", features));
    assertThatThrownBy(() -> generated("", bare))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("relations finds no meta-path");
    assertThatThrownBy(() -> generated("", RingGraphs.of(features)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("GraphView", "data = heterogeneous");
  }

  private List<TaggedView> generated(String options, View samples) {
    try (Subject<ViewGenerator> subject = subject(options)) {
      return subject.component().generate(batch(samples), harness.context()).all();
    }
  }

  private Subject<ViewGenerator> subject(String options) {
    return Subject.of(new RelationsProvider(), options, harness.setup());
  }

  private static Batch batch(View samples) {
    return Batch.of(new long[] {0, 1, 2, 3}, samples, Targets.NONE);
  }

  private static float[] weights(GraphView graph) {
    return graph.weights().orElseThrow().toFloatArray();
  }
}
