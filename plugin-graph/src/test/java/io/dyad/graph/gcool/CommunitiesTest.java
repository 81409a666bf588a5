package io.dyad.graph.gcool;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Progress;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.Structure;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.view.GraphView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunitiesTest {
  private static final NDIndex ALL = new NDIndex("...");

  private final Harness harness = new Harness();

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void the_density_is_the_closed_form_of_a_dense_adjacency() {
    double[] r = {0.7, 0.3, 0.2, 0.8, 0.5, 0.5};
    double[][] adjacency = {{0, 1, 0.5}, {0, 0, 1}, {0, 0, 0}};
    NDArray assignment = harness.constant(new Shape(3, 2), r);
    NDArray edges = harness.manager().create(new long[] {0, 0, 1, 1, 2, 2}, new Shape(2, 3));
    GraphView graph =
        GraphView.of(assignment, edges).weights(harness.constant(new Shape(3), 1, 0.5, 1));
    double[][] flow = new double[2][2];
    double squares = 0;
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 2; k++) {
        squares += r[2 * i + k] * r[2 * i + k];
        for (int j = 0; j < 3; j++) {
          for (int l = 0; l < 2; l++) {
            flow[k][l] += r[2 * i + k] * adjacency[i][j] * r[2 * j + l];
          }
        }
      }
    }
    double all = flow[0][0] + flow[0][1] + flow[1][0] + flow[1][1];
    double inside = flow[0][0] + flow[1][1];
    double expected = (0.9 * all - 2.9 * inside) / 6 + squares / 6;
    assertThat(equation().deca(assignment, graph).getDouble()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void the_lowest_of_communities_as_good_as_each_other_is_taken() {
    NDArray assignment =
        harness.constant(new Shape(3, 3), 0.2, 0.4, 0.4, 0.5, 0.5, 0, 1. / 3, 1. / 3, 1. / 3);
    assertThat(equation().numbers(assignment).toLongArray()).containsExactly(1, 0, 0);
  }

  @Test
  void the_schedule_falls_to_zero_and_stays_there() {
    Schedule schedule = new Schedule(500, 0.2);
    assertThat(schedule.alpha(0)).isEqualTo(1);
    assertThat(schedule.alpha(40)).isCloseTo(0.6, within(1e-12));
    assertThat(schedule.alpha(100)).isZero();
    assertThat(schedule.alpha(101)).isZero();
    assertThat(schedule.coefficient(0)).isEqualTo(1);
    assertThat(schedule.coefficient(500)).isCloseTo(Math.exp(-1), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "similarity = rbf, gamma = 0.5"})
  void empty_communities_are_counted_and_leave_numbers_finite(String options) {
    try (Subject<Loss> loss = loss(options + "\ncommunities = 8, temperature = 0.05")) {
      NDArray same = harness.leaf(new Shape(4, 3), 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0);
      LossValue value = value(loss, graphs(same, same.duplicate()), 30);
      assertThat(observed(value, "empty-communities")).isEqualTo(7);
      assertThat(value.total().getDouble()).isFinite();
      assertThat(gradient(value.total(), same)).doesNotContain(Double.NaN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"communities = 4", "communities = 4, similarity = rbf, gamma = 0.3"})
  void centres_learn_from_the_density_alone_and_rows_from_the_contrast_alone(String options) {
    try (Subject<Loss> loss = loss(options)) {
      NDArray rows = random("rows", 12);
      rows.setRequiresGradient(true);
      LossValue value = value(loss, graphs(rows, random("others", 12)), 30);
      NDArray centers = centers(loss);
      assertThat(gradient(term(value, "deca"), rows)).containsOnly(0);
      assertThat(gradient(term(value, "deca"), centers)).doesNotContain(0);
      assertThat(gradient(term(value, "community-contrast"), centers)).containsOnly(0);
      assertThat(gradient(term(value, "community-contrast"), rows)).doesNotContain(0);
    }
  }

  @Test
  void the_density_falls_when_centres_follow_its_gradient() {
    try (Subject<Loss> loss = loss("communities = 3")) {
      FakeEncoded encoded = graphs(random("rows", 20), random("others", 20));
      double before = term(value(loss, encoded, 0), "deca").getDouble();
      for (int step = 0; step < 50; step++) {
        NDArray deca = term(value(loss, encoded, 0), "deca");
        NDArray slope = harness.gradients(deca, centers(loss)).head();
        try (GradientMode ignored = GradientMode.disabled()) {
          centers(loss).subi(slope.mul(0.5));
        }
      }
      assertThat(term(value(loss, encoded, 0), "deca").getDouble()).isLessThan(before - 0.01);
    }
  }

  @Test
  void both_terms_are_gone_after_the_warm_up() {
    try (Subject<Loss> loss = loss("stride = 10, alpha-rate = 0.5")) {
      FakeEncoded encoded = graphs(random("rows", 6), random("others", 6));
      assertThat(value(loss, encoded, 4).total().getDouble()).isNotZero();
      assertThat(value(loss, encoded, 5).total().getDouble()).isZero();
    }
  }

  @Test
  void three_views_give_the_mean_over_their_pairs() {
    try (Subject<Loss> loss = loss("communities = 3")) {
      List<NDArray> views = List.of(random("1", 6), random("2", 6), random("3", 6));
      double sum = 0;
      for (int leftOut = 0; leftOut < 3; leftOut++) {
        List<NDArray> two = new ArrayList<>(views);
        two.remove(leftOut);
        sum += value(loss, graphs(two.toArray(NDArray[]::new)), 30).total().getDouble();
      }
      assertThat(value(loss, graphs(views.toArray(NDArray[]::new)), 30).total().getDouble())
          .isCloseTo(sum / 3, within(1e-12));
    }
  }

  @Test
  void two_cliques_under_their_own_centres_have_a_modularity_of_one_half() {
    try (Subject<Loss> loss = loss("communities = 2, temperature = 0.01")) {
      try (GradientMode ignored = GradientMode.disabled()) {
        centers(loss).set(ALL, harness.constant(new Shape(2, 3), 1, 0, 0, 0, 1, 0));
      }
      NDArray rows = harness.constant(new Shape(4, 3), 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0);
      NDArray edges =
          harness.manager().create(new long[] {0, 1, 2, 3, 1, 0, 3, 2}, new Shape(2, 4));
      FakeEncoded encoded =
          FakeEncoded.projections(rows, rows.duplicate()).with(array -> GraphView.of(array, edges));
      assertThat(observed(value(loss, encoded, 0), "modularity")).isCloseTo(0.5, within(1e-9));
    }
  }

  @Test
  void views_that_are_no_graphs_are_refused() {
    try (Subject<Loss> loss = loss("")) {
      FakeEncoded dense = FakeEncoded.projections(random("rows", 6), random("others", 6));
      assertThatThrownBy(() -> value(loss, dense, 0))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("communities", "view-1", "TensorView", "graph-augment");
    }
  }

  @Test
  void a_part_of_the_nodes_is_refused() {
    try (Subject<Loss> loss = loss("")) {
      FakeEncoded some =
          FakeEncoded.projections(random("rows", 2), random("others", 2))
              .with(
                  rows ->
                      RingGraphs.of(random("all", 6))
                          .select(harness.manager().create(new long[] {1, 3})));
      assertThatThrownBy(() -> value(loss, some, 0))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("communities", "each of the 6 nodes", "2 selected");
    }
  }

  @Test
  void one_node_is_refused() {
    try (Subject<Loss> loss = loss("")) {
      FakeEncoded one = graphs(random("rows", 1), random("others", 1));
      assertThatThrownBy(() -> value(loss, one, 0))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("two or more nodes");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "communities = 0",
        "temperature = 0",
        "temperature = -1",
        "inter-weight = -0.1",
        "gamma = -1",
        "stride = 0",
        "alpha-rate = 0",
        "similarity = dot"
      })
  void options_out_of_range_are_refused(String options) {
    assertThatThrownBy(() -> loss(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(options.substring(0, options.indexOf(' ')));
  }

  private Subject<Loss> loss(String options) {
    return Subject.of(
        new CommunitiesProvider(),
        options,
        harness.setup().with(Rows.of("view-1", Embeddings.PROJECTION), new Shape(3)));
  }

  private CommunitiesEquation equation() {
    return new CommunitiesEquation(
        harness.kernels(),
        new CommunitiesOptions(
            Embeddings.PROJECTION, 2, Similarity.COSINE, 0.4, true, 0.9, 8e-5, 500, 0.2));
  }

  private LossValue value(Subject<Loss> loss, FakeEncoded encoded, long epoch) {
    List<Rows> views =
        encoded.views().all().stream()
            .map(view -> Rows.of(view.name(), Embeddings.PROJECTION))
            .toList();
    List<Contrast> contrasts = new ArrayList<>();
    for (int i = 0; i < views.size(); i++) {
      for (int j = i + 1; j < views.size(); j++) {
        List<Rows> anchor = List.of(views.get(i));
        List<Rows> key = List.of(views.get(j));
        contrasts.add(
            Contrast.of(
                anchor,
                key,
                Relation.of(Structure.of(false, true, true), anchor, key, 1, harness.manager())));
      }
    }
    return loss.component()
        .evaluate(
            encoded, Pairs.of(contrasts), harness.context().with(Progress.of(epoch, 90, 0, 90)));
  }

  private static FakeEncoded graphs(NDArray... rows) {
    return FakeEncoded.projections(rows).with(RingGraphs::of);
  }

  private double[] gradient(NDArray of, NDArray input) {
    return harness.gradients(of, input).head().toDoubleArray();
  }

  private static NDArray term(LossValue value, String name) {
    return requireNonNull(value.terms().get(name), name);
  }

  private static double observed(LossValue value, String name) {
    return requireNonNull(value.observations().get(name), name).getDouble();
  }

  private static NDArray centers(Subject<Loss> loss) {
    return new NDList(loss.parameters().values()).singletonOrThrow();
  }

  private NDArray random(String name, int rows) {
    return new SeededDraws(3, harness.manager())
        .normal(name, new Shape(rows, 3))
        .toType(DataType.FLOAT64, false);
  }
}
