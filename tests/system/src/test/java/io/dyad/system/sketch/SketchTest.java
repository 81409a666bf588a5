package io.dyad.system.sketch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Contrast;
import io.dyad.api.Embeddings;
import io.dyad.api.Encoded;
import io.dyad.api.Loss;
import io.dyad.api.LossValue;
import io.dyad.api.Pairs;
import io.dyad.api.Relation;
import io.dyad.api.Rows;
import io.dyad.api.StepContext;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.Views;
import io.dyad.toolkit.view.SequenceView;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs parts of the sketches whose result has a closed form. */
class SketchTest {
  private static final Rows FIRST = Rows.of("view-1", Embeddings.PROJECTION);
  private static final Rows SECOND = Rows.of("view-2", Embeddings.PROJECTION);

  private final NDManager manager = NDManager.newBaseManager();
  private final GivenContext context = new GivenContext(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void codes_of_equal_scores_are_uniform() {
    NDArray codes = SwavSketch.transport(manager.ones(new Shape(4, 5)), 0.05);
    assertThat(codes.toFloatArray()).containsOnly(new float[] {0.2f}, within(1e-6f));
  }

  @Test
  void swapped_prediction_of_orthogonal_crops_is_the_log_of_a_softmax() {
    NDArray rows = manager.eye(2);
    Views crops = views(named("view-1", rows, SwavSketch.CODE), named("view-2", rows));
    Encoded encoded = encoded(crops, Map.of(FIRST, rows, SECOND, rows));
    SwavSketch.SwappedPrediction loss = new SwavSketch.SwappedPrediction(manager.eye(2));
    Pairs pairs = new SwavSketch.Swap().sample(encoded, context);
    float value = loss.evaluate(encoded, pairs, context).total().getFloat();
    assertThat(value).isCloseTo((float) Math.log1p(Math.exp(-10)), within(1e-5f));
  }

  @Test
  void a_mapping_by_the_unit_matrix_changes_nothing() {
    NDArray rows = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
    Encoded encoded = encoded(views(), Map.of(FIRST, rows, SECOND, rows.mul(2)));
    Pairs pairs = crossView(manager.eye(2), FIRST, SECOND);
    Loss inner = SketchTest::squaredDistance;
    NDArray plain = inner.evaluate(encoded, pairs, context).total();
    Loss unit = new RomaSketch.RandomMapping(inner, manager.eye(2), 10);
    Loss doubled = new RomaSketch.RandomMapping(inner, manager.eye(2).mul(2), 10);
    assertThat(unit.evaluate(encoded, pairs, context).total()).isEqualTo(plain);
    assertThat(doubled.evaluate(encoded, pairs, context).total()).isEqualTo(plain.mul(4));
  }

  @Test
  void extrapolation_by_two_lowers_the_positive_score_as_published() {
    NDArray query = Equations.unit(manager.create(new float[] {1, 0, 1, 1}, new Shape(2, 2)));
    NDArray key = Equations.unit(manager.create(new float[] {1, 1, 0, 1}, new Shape(2, 2)));
    Rows twin = SECOND.target();
    Rows queue = Rows.bank("queue");
    Encoded encoded = encoded(views(), Map.of(FIRST, query, twin, key, queue, manager.eye(2)));
    context
        .draw("positive-lambda", manager.create(new float[] {1}))
        .draw("negative-lambda", manager.create(new float[] {0.5f}))
        .draw("shuffle", manager.create(new long[] {1, 0}));
    Pairs pairs = crossView(manager.eye(2), FIRST, twin, queue);
    Loss scores = (given, which, step) -> LossValue.of(given.get(queue).sum());
    LossValue value =
        new FeatureTransformationSketch.Transformed(scores, 2, 1.6, 0)
            .evaluate(encoded, pairs, context);
    double cosine = Math.sqrt(0.5);
    assertThat(requireNonNull(value.observations().get("positive-score")).getFloat())
        .isCloseTo((float) (cosine - 4 * (1 - cosine)), within(1e-5f));
    assertThat(value.total().getFloat()).isEqualTo(2);
  }

  @Test
  void one_pair_has_nothing_to_rank_but_must_still_beat_the_anchor() {
    DblSketch.Boosting loss = new DblSketch.Boosting(0.2);
    NDArray anchor = manager.create(new float[] {0.5f}, new Shape(1, 1));
    NDArray target = manager.create(new float[] {0.3f}, new Shape(1, 1));
    assertThat(loss.ranking(target).getFloat()).isZero();
    assertThat(loss.absolute(target, anchor).getFloat()).isCloseTo(0.6f, within(1e-6f));
  }

  @Test
  void equal_levels_cost_the_entropy_of_their_distribution() {
    NDArray rows = manager.eye(2);
    Rows key = Rows.of("key", Embeddings.REPRESENTATION).target();
    Encoded encoded =
        encoded(
            views(),
            Map.of(
                Rows.of("basic", Embeddings.REPRESENTATION),
                rows,
                Rows.of("normal", Embeddings.REPRESENTATION),
                rows,
                Rows.of("strong", Embeddings.REPRESENTATION),
                rows,
                key,
                rows,
                Rows.bank("queue"),
                manager.zeros(new Shape(3, 2))));
    Pairs pairs = new HiclrSketch.MinedNeighbours(150).sample(encoded, context);
    LossValue value = new HiclrSketch.DirectedConsistency().evaluate(encoded, pairs, context);
    double positive = Math.exp(1 / 0.07);
    double share = positive / (positive + 3);
    double entropy = -share * Math.log(share) - 3 / (positive + 3) * Math.log(1 / (positive + 3));
    assertThat(requireNonNull(value.terms().get("consistency")).getFloat())
        .isCloseTo((float) (2 * entropy), within(1e-6f));
  }

  @Test
  void rows_that_coincide_have_the_highest_uniformity_cost() {
    NDArray same = manager.ones(new Shape(3, 2));
    assertThat(SepclrSketch.CommonSalientObjective.uniformity(same).getFloat())
        .isCloseTo(0, within(1e-5f));
  }

  @Test
  void an_absent_zone_costs_its_false_voxels_only() {
    NDArray logits = manager.zeros(new Shape(1, 2, 1, 1, 3));
    Targets none = Targets.of(Targets.LABEL, manager.ones(new Shape(1, 1, 1, 3), DataType.INT64));
    TaggedView volume = TaggedView.of("volume", TensorView.of(logits), none);
    Encoded encoded = encoded(views(volume), Map.of(Rows.of("volume", "branch-a"), logits));
    Loss loss = new PiRadsSketch.ZoneDice("branch-a", 0);
    float value = loss.evaluate(encoded, Pairs.of(List.of()), context).total().getFloat();
    assertThat(value).isCloseTo(-1 / 2.5f, within(1e-6f));
  }

  @Test
  void matches_of_two_crops_name_the_same_points() {
    NDArray points = manager.create(new float[] {-2, 0, -0.2f, 1, 0.1f, 2, 2, 3}, new Shape(4, 2));
    NDArray offsets = manager.create(new long[] {0, 4});
    Targets known =
        Targets.of(FacSketch.SEGMENT, manager.create(new long[] {0, 1, 1, 2}))
            .with(FacSketch.FOREGROUND, manager.create(new boolean[] {false, true, true, true}));
    Batch batch = Batch.of(new long[] {7}, new FacSketch.PointsView(points, offsets), known);
    context.draw("border", manager.create(new float[] {0.1f}));
    Views crops = new FacSketch.Crops().generate(batch, context);
    NDArray matches = crops.shared(FacSketch.MATCHES);
    assertThat(points(crops, "view-1").get(matches.get(":, 0")))
        .isEqualTo(points(crops, "view-2").get(matches.get(":, 1")));
    assertThat(matches.size(0)).isEqualTo(2);
  }

  @Test
  void a_masked_copy_hides_its_share_and_never_the_padding() {
    NDArray ids = manager.create(new long[] {5, 6, 7, 8, 9, 9, 0, 0}, new Shape(2, 4));
    SequenceView whole = SequenceView.of(ids, manager.create(new long[] {4, 2}));
    context.draw("mask", manager.create(new float[] {.9f, .1f, .2f, .8f, .7f, .6f, 0, 0}));
    Views copies =
        new SasrecSketch.MaskedCopies(0.5)
            .generate(Batch.of(new long[] {0, 1}, whole, Targets.NONE), context);
    SequenceView copy = (SequenceView) copies.get("copy-1").view();
    assertThat(copy.ids().toLongArray()).containsExactly(5, 0, 0, 8, 9, 0, 0, 0);
    assertThat(copy.lengths()).isEqualTo(whole.lengths());
  }

  @Test
  void pixels_match_a_grating_of_the_same_frequency_at_its_own_contrast() {
    GivenContext raw = context.network("main", view -> Embeddings.of(((TensorView) view).tensor()));
    HvsSketch.ContrastMatching matching = new HvsSketch.ContrastMatching(32, 5);
    assertThat(matching.response(5, 0, raw)).isZero();
    assertThat(matching.evaluate(raw).get(0).value()).isCloseTo(0, within(0.01));
  }

  @Test
  void nodes_of_a_cluster_are_no_negatives_of_each_other() {
    NDArray rows = manager.create(new float[] {1, 0, 1, 0, 0, 1}, new Shape(3, 2));
    Encoded encoded =
        encoded(
            views(),
            Map.of(
                Rows.of(MeowSketch.GRAPH, "coarse"), rows,
                Rows.of(MeowSketch.GRAPH, "fine"), rows));
    context.draw("centroids", manager.create(new long[] {0, 2, 1}));
    Pairs pairs = new MeowSketch.ClusterWeights(2).sample(encoded, context);
    NDArray negatives = pairs.contrasts().get(0).relation().block(0, 3).denominator();
    assertThat(negatives.toFloatArray()).containsExactly(0, 0, 1, 0, 0, 1, 1, 1, 0);
    LossValue value = new MeowSketch.WeightedAndPrototypical().evaluate(encoded, pairs, context);
    assertThat(value.total().getFloat()).isFinite();
  }

  private static LossValue squaredDistance(Encoded encoded, Pairs pairs, StepContext step) {
    Contrast contrast = pairs.contrasts().get(0);
    NDArray first = encoded.get(contrast.anchors().get(0));
    NDArray second = encoded.get(contrast.keys().get(0));
    return LossValue.of(first.sub(second).square().mean());
  }

  private static Pairs crossView(NDArray weights, Rows anchor, Rows... keys) {
    return Pairs.of(
        Contrast.of(List.of(anchor), List.of(keys), Relation.of(weights, weights.onesLike())));
  }

  private Encoded encoded(Views views, Map<Rows, NDArray> rows) {
    View nothing = TensorView.of(manager.zeros(new Shape(2, 1)));
    return new GivenEncoded(Batch.of(new long[] {0, 1}, nothing, Targets.NONE), views, rows);
  }

  private static Views views(TaggedView... views) {
    return Views.of(List.of(views));
  }

  private static TaggedView named(String name, NDArray rows, String... tags) {
    return TaggedView.of(name, TensorView.of(rows), Targets.NONE, tags);
  }

  private static NDArray points(Views views, String name) {
    NDList tensors = views.get(name).view().tensors();
    return tensors.head();
  }
}
