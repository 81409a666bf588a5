package io.dyad.system.sketch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.dyad.api.Batch;
import io.dyad.api.Contrast;
import io.dyad.api.DataException;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.GraphView;
import io.dyad.toolkit.view.TensorView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Objectives that call networks, own parameters, or read several outputs. */
class ObjectiveSketchTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final GivenContext context = new GivenContext(manager);
  private final Map<Rows, NDArray> rows = new HashMap<>();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_critic_that_scores_every_picture_zero_pays_one_for_real_and_one_for_made() {
    GivenSetup setup = setup(new Shape());
    context.network(
        "critic",
        view ->
            Embeddings.of(((CompositeView) view).tensor("image").mean(new int[] {1}).mul(0))
                .with("score", ((CompositeView) view).tensor("image").mean(new int[] {1}).mul(0)));
    NDArray pictures = manager.ones(new Shape(2, 3));
    rows.put(Rows.of("caption-1", "sentence").network("text"), manager.eye(2));
    rows.put(Rows.of("caption-1", "image").network("generator"), pictures);
    Encoded encoded = encoded(Targets.NONE, view("image", pictures));
    LossValue value =
        new GanPhaseSketch.CriticHinge(setup).evaluate(encoded, Pairs.of(List.of()), context);
    assertThat(value.total().getFloat()).isEqualTo(2);
  }

  @Test
  void a_picture_that_equals_its_target_costs_only_the_contrast() {
    GivenSetup setup = setup(new Shape());
    context.network(
        "embedding", view -> Embeddings.of(map(view.tensors())).with("map-4", map(view.tensors())));
    NDArray target = manager.ones(new Shape(1, 3, 2, 2));
    rows.put(Rows.of("low", "image"), target);
    rows.put(Rows.of("sharp-1", "map-4").network("embedding"), target);
    rows.put(Rows.of("soft-1", "map-4").network("embedding"), target.neg());
    Encoded encoded =
        encoded(
            Targets.NONE,
            view("high", target),
            view("sharp-1", target, PclSrSketch.POSITIVE),
            view("soft-1", target, PclSrSketch.NEGATIVE));
    LossValue value =
        new PclSrSketch.PixelsAndContrast(setup, 3).evaluate(encoded, Pairs.of(List.of()), context);
    assertThat(value.total().getFloat())
        .isCloseTo((float) (3 * Math.log1p(Math.exp(-2))), within(1e-5f));
  }

  @Test
  void the_contrast_reaches_the_restored_picture_through_the_embedding_network() {
    GivenSetup setup = setup(new Shape());
    context.network(
        "embedding", view -> Embeddings.of(map(view.tensors())).with("map-4", map(view.tensors())));
    NDArray restored = manager.arange(12f).reshape(1, 3, 2, 2);
    NDArray target = manager.ones(new Shape(1, 3, 2, 2));
    restored.setRequiresGradient(true);
    rows.put(Rows.of("low", "image"), restored);
    rows.put(Rows.of("sharp-1", "map-4").network("embedding"), target);
    rows.put(Rows.of("soft-1", "map-4").network("embedding"), target.neg());
    Encoded encoded =
        encoded(
            Targets.NONE,
            view("high", target),
            view("sharp-1", target, PclSrSketch.POSITIVE),
            view("soft-1", target, PclSrSketch.NEGATIVE));
    PclSrSketch.PixelsAndContrast loss = new PclSrSketch.PixelsAndContrast(setup, 3);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      LossValue value = loss.evaluate(encoded, Pairs.of(List.of()), context);
      collector.backward(requireNonNull(value.terms().get("contrast")));
    }
    assertThat(restored.getGradient().abs().sum().getFloat()).isGreaterThan(1e-3f);
  }

  @Test
  void style_statistics_that_agree_leave_the_identity_term() {
    GivenSetup setup = setup(new Shape());
    context.network(
        "pictures", view -> Embeddings.of(map(view.tensors())).with("map", map(view.tensors())));
    NDArray picture = manager.arange(12f).reshape(1, 3, 2, 2);
    for (String output : List.of("image", "target")) {
      rows.put(Rows.of("stylised", output), picture);
    }
    rows.put(Rows.of("style", "map").network("pictures"), picture);
    rows.put(Rows.of("content-itself", "image"), picture.add(1));
    rows.put(Rows.of("style-itself", "image"), picture);
    Encoded encoded = encoded(Targets.NONE, view("content", picture), view("style", picture));
    LossValue value =
        new StyleTransferSketch.ContentStyleIdentity(setup)
            .evaluate(encoded, Pairs.of(List.of()), context);
    assertThat(value.total().getFloat()).isCloseTo(50, within(1e-4f));
  }

  @Test
  void cross_view_lists_make_other_branches_of_a_trial_negatives() {
    for (String name : List.of("raw", "flip", "scale", "reflect")) {
      rows.put(Rows.of(name, "cnn"), manager.eye(2));
      rows.put(Rows.of(name, "transformer"), manager.eye(2).neg());
    }
    Pairs pairs = new MvcnetSketch.CrossView().sample(encoded(Targets.NONE), context);
    assertThat(pairs.contrasts()).hasSize(3);
    Relation.Block block = pairs.contrasts().get(0).relation().block(0, 1);
    assertThat(block.positive().toFloatArray()).containsExactly(0, 0, 0, 0, 1, 0, 0, 0);
    assertThat(block.denominator().toFloatArray()).containsExactly(0, 1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void a_batch_of_one_domain_is_refused() {
    Targets healthy = Targets.of(SepclrSketch.TARGET, manager.zeros(new Shape(2)));
    assertThatThrownBy(
            () ->
                new SepclrSketch.CommonSalientObjective()
                    .evaluate(encoded(healthy), Pairs.of(List.of()), context))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("both domains");
  }

  @Test
  void background_at_the_null_vector_costs_nothing() {
    for (String name : List.of("view-1", "view-2")) {
      rows.put(Rows.of(name, "common-head"), manager.eye(2));
      rows.put(
          Rows.of(name, "salient-head"), manager.create(new float[] {0, 0, 1, 1}, new Shape(2, 2)));
    }
    Targets both = Targets.of(SepclrSketch.TARGET, manager.create(new float[] {0, 1}));
    LossValue value =
        new SepclrSketch.CommonSalientObjective()
            .evaluate(encoded(both), Pairs.of(List.of()), context);
    assertThat(value.terms().get("nothing")).isEqualTo(manager.create(0f));
    // uniformity of two views: pairs at squared distance 2, in both spaces
    assertThat(value.terms().get("common")).isEqualTo(manager.create(-4f));
    assertThat(value.terms().get("salient")).isEqualTo(manager.create(-4f));
  }

  @Test
  void temperatures_start_in_the_middle_of_their_limits() {
    NDArray anything = manager.ones(new Shape(2, 128));
    GivenSetup setup =
        new GivenSetup(manager, context, new Shape(1, 2), Map.of("f0", anything, "s0", anything));
    AmclSketch.AdaptiveHeads loss = new AmclSketch.AdaptiveHeads(setup, 0.5, 1.5, 0);
    Rows first = Rows.of("view-1", "projection");
    Rows second = Rows.of("view-2", "projection");
    rows.put(first, manager.eye(2).expandDims(1));
    rows.put(second, manager.eye(2).expandDims(1));
    Relation all = Relation.of(manager.eye(2), manager.ones(new Shape(2, 2)));
    Pairs pairs = Pairs.of(Contrast.of(List.of(first), List.of(second), all));
    assertThat(loss.evaluate(encoded(Targets.NONE), pairs, context).total().getFloat())
        .isCloseTo(-1, within(1e-6f));
    assertThat(loss.parameters().groups().get("temperatures")).hasSize(3);
  }

  @Test
  void a_positive_within_the_range_of_the_negatives_has_no_margin_to_pay() {
    Rows first = Rows.of("copy-1", "representation");
    rows.put(first, manager.ones(new Shape(2, 1)));
    Relation all = Relation.of(manager.eye(2), manager.ones(new Shape(2, 2)));
    Pairs pairs = Pairs.of(Contrast.of(List.of(first), List.of(first), all));
    LossValue value = new MclrecSketch.Margin().evaluate(encoded(Targets.NONE), pairs, context);
    assertThat(value.total().getFloat()).isZero();
  }

  @Test
  void edges_become_entries_from_source_to_target() {
    NDArray edges = manager.create(new long[] {0, 2, 1, 0}, new Shape(2, 2));
    GraphView graph = GraphView.of(manager.ones(new Shape(3, 1)), edges);
    assertThat(PotSketch.dense(graph, manager).toFloatArray())
        .containsExactly(0, 1, 0, 0, 0, 0, 1, 0, 0);
  }

  private static NDArray map(NDList tensors) {
    return tensors.singletonOrThrow();
  }

  private GivenSetup setup(Shape row) {
    return new GivenSetup(manager, context, row, Map.of());
  }

  private Encoded encoded(Targets targets, TaggedView... views) {
    TensorView nothing = TensorView.of(manager.zeros(new Shape(2, 1)));
    Batch batch = Batch.of(new long[] {0, 1}, nothing, targets);
    return new GivenEncoded(batch, Views.of(List.of(views)), rows);
  }

  private static TaggedView view(String name, NDArray tensor, String... tags) {
    return TaggedView.of(name, TensorView.of(tensor), Targets.NONE, tags);
  }
}
