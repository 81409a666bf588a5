package io.dyad.graph.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Data;
import io.dyad.api.DataException;
import io.dyad.api.Targets;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.SampleData;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.draws.GivenDraws;
import io.dyad.toolkit.view.GraphView;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphAugmentTest {
  private Harness harness;

  @BeforeEach
  void open() {
    harness = new Harness(DataType.FLOAT32);
  }

  @AfterEach
  void close() {
    harness.close();
  }

  /** A star of four rays whose hub has every word, and a node without neighbours. */
  private GraphView star() {
    NDArray words =
        harness.constant(new Shape(5, 3), 1, 1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0.5, 0, 0);
    long[][] edges = {{0, 1, 0, 2, 0, 3}, {1, 0, 2, 0, 3, 0}};
    return GraphView.of(words, harness.manager().create(edges));
  }

  private static Batch batch(GraphView graph) {
    return Batch.of(new long[] {0, 1, 2, 3, 4}, graph, Targets.NONE);
  }

  private Views views(String options, GraphView graph, HarnessContext context) {
    try (Subject<ViewGenerator> subject =
        Subject.of(new GraphAugmentProvider(), options, harness.setup())) {
      subject.component().start(data(graph), harness.context());
      return subject.component().generate(batch(graph), context);
    }
  }

  private static Data data(GraphView graph) {
    return SampleData.of(Map.of(Data.TRAIN, 5L), (split, ids, context) -> batch(graph));
  }

  private NDArray numbers(double... values) {
    return harness.constant(new Shape(values.length), values);
  }

  private HarnessContext replaying(double[] edges, double[] columns) {
    return harness
        .context()
        .with(
            GivenDraws.of(
                Map.of("view/0/edges", numbers(edges), "view/0/features", numbers(columns))));
  }

  private static GraphView first(Views views) {
    return (GraphView) views.get("view-1").view();
  }

  @Test
  void replayed_draws_give_exactly_the_expected_edges_and_columns() {
    Views views =
        views(
            "edge-drop = [0.25], feature-mask = [0.5]",
            star(),
            replaying(new double[] {0.1, 0.9, 0.25, 0.24, 0, 0.5}, new double[] {0.6, 0.4, 0.5}));
    assertThat(first(views).edges().get(0).toLongArray()).containsExactly(1, 0, 3);
    assertThat(first(views).edges().get(1).toLongArray()).containsExactly(0, 2, 0);
    assertThat(first(views).features().toFloatArray())
        .containsExactly(1, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0.5f, 0, 0);
  }

  @Test
  void the_edges_that_lead_to_a_hub_stay_and_so_does_the_word_of_all() {
    Views views =
        views(
            "adaptive = degree, edge-drop = [0.5], feature-mask = [0.5]",
            star(),
            replaying(new double[6], new double[3]));
    assertThat(first(views).edges().get(1).toLongArray()).containsOnly(0);
    assertThat(first(views).features().toFloatArray())
        .containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0.5f, 0, 0);
  }

  @Test
  void a_threshold_bounds_what_centrality_says() {
    Views views =
        views(
            "adaptive = degree, edge-drop = [1], feature-mask = [0], threshold = 0.7",
            star(),
            replaying(new double[] {0.69, 0.69, 0.71, 0.69, 0.71, 0.69}, new double[3]));
    assertThat(first(views).edges().get(1).toLongArray()).containsExactly(0, 2, 0, 3, 0);
  }

  @Test
  void a_view_may_lose_all_edges() {
    Views views = views("edge-drop = [1], feature-mask = [1]", star(), harness.context());
    assertThat(first(views).edges().getShape()).isEqualTo(new Shape(2, 0));
    assertThat(first(views).features().toFloatArray()).containsOnly(0);
    assertThat(first(views).nodes()).isEqualTo(5);
  }

  @Test
  void a_rate_of_zero_leaves_everything() {
    Views views = views("edge-drop = [0], feature-mask = [0]", star(), harness.context());
    assertThat(first(views).edges().toLongArray()).isEqualTo(star().edges().toLongArray());
    assertThat(first(views).features().toFloatArray()).isEqualTo(star().features().toFloatArray());
  }

  @Test
  void weights_go_with_their_edges_and_samples_stay() {
    GraphView weighted =
        star()
            .weights(numbers(1, 2, 3, 4, 5, 6))
            .select(harness.manager().create(new long[] {4, 0}));
    Views views =
        views(
            "edge-drop = [0.5], feature-mask = [0]",
            weighted,
            replaying(new double[] {0.1, 0.9, 0.1, 0.9, 0.9, 0.1}, new double[3]));
    assertThat(first(views).weights().orElseThrow().toFloatArray()).containsExactly(2, 4, 5);
    assertThat(first(views).selected().orElseThrow().toLongArray()).containsExactly(4, 0);
  }

  @Test
  void real_features_count_by_their_size_and_binary_ones_by_their_presence() {
    GraphView graph =
        GraphView.of(
            harness.constant(new Shape(5, 2), 9, 1, 0, 1, 0, 1, 0, 1, 0, 0), star().edges());
    String options = "adaptive = degree, edge-drop = [0], feature-mask = [0.5], features = ";
    double[] none = {1, 1, 1, 1, 1, 1};
    assertThat(column(views(options + "binary", graph, replaying(none, new double[2])), 0))
        .as("column 0, which one node has")
        .containsOnly(0);
    assertThat(column(views(options + "real", graph, replaying(none, new double[2])), 1))
        .as("column 1, of small numbers")
        .containsOnly(0);
  }

  private static float[] column(Views views, int column) {
    return first(views).features().get(":, {}", column).toFloatArray();
  }

  @Test
  void rates_are_one_a_view() {
    assertThatThrownBy(() -> views("edge-drop = [0.1]", star(), harness.context()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("edge-drop", "feature-mask", "one rate a view");
    assertThatThrownBy(() -> views("edge-drop = [0.1, 1.2]", star(), harness.context()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("edge-drop", "1.2");
  }

  @Test
  void another_graph_than_that_of_the_start_is_refused() {
    try (Subject<ViewGenerator> subject =
        Subject.of(new GraphAugmentProvider(), "adaptive = degree", harness.setup())) {
      subject.component().start(data(star()), harness.context());
      long[][] fewer = {{0}, {1}};
      GraphView other = GraphView.of(star().features(), harness.manager().create(fewer));
      assertThatThrownBy(() -> subject.component().generate(batch(other), harness.context()))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll("graph-augment", "6 edges", "1");
    }
  }
}
