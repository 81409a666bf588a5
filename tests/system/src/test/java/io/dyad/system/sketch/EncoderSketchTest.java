package io.dyad.system.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Embeddings;
import io.dyad.api.Targets;
import io.dyad.api.View;
import io.dyad.api.Views;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.SequenceView;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Encoders whose input or output is not one vector a sample. */
class EncoderSketchTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final GivenContext context = new GivenContext(manager);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_pair_encoder_scores_every_picture_against_every_caption() {
    NDArray regions = manager.create(new float[] {1, 0, 1, 0, 0, 1, 0, 1}, new Shape(2, 2, 2));
    NDArray words = manager.create(new float[] {0, 0, 1, 0, 0, 1}, new Shape(3, 2));
    NDArray ids = manager.create(new long[] {1, 0, 2, 2}, new Shape(2, 2));
    SequenceView captions = SequenceView.of(ids, manager.create(new long[] {1, 2}));
    CompositeView pairs =
        CompositeView.of("image", TensorView.of(regions)).and("caption", captions);
    NDArray scores = new DblSketch.PairScorer(words).encode(pairs, context).get("scores");
    assertThat(scores.toFloatArray()).containsExactly(new float[] {1, 0, 0, 1}, within(1e-5f));
  }

  @Test
  void the_strongest_view_brings_its_adjacency_and_hidden_joints() {
    NDArray adjacency = manager.ones(new Shape(2, 2));
    context
        .draw("noise", manager.zeros(new Shape(6)))
        .draw("drop-rate", manager.create(new float[] {1}))
        .draw("edges", manager.create(new float[] {0, 1, 1, 1}))
        .draw("joints", manager.create(new float[] {0.9f, 0}));
    NDArray joints = manager.ones(new Shape(1, 3, 1, 2));
    Batch batch = Batch.of(new long[] {0}, TensorView.of(joints), Targets.NONE);
    HiclrSketch.Levels levels = new HiclrSketch.Levels(adjacency);
    Views views = levels.generate(batch, context);
    HiclrSketch.GraphEncoder encoder =
        new HiclrSketch.GraphEncoder(manager.ones(new Shape(6, 1)), manager.create(0f));
    assertThat(represent(encoder.encode(views.get("basic").view(), context))).isEqualTo(12);
    assertThat(represent(encoder.encode(levels.plain(batch, context), context))).isEqualTo(12);
    assertThat(represent(encoder.encode(views.get("strong").view(), context)))
        .isCloseTo((float) (3 / 0.9), within(1e-5f));
  }

  @Test
  void a_sequence_is_encoded_without_its_padding() {
    NDArray items = manager.create(new float[] {9, 1, 2, 3}, new Shape(4, 1));
    NDArray ids = manager.create(new long[] {1, 2, 3, 3, 0, 0}, new Shape(2, 3));
    SequenceView view = SequenceView.of(ids, manager.create(new long[] {3, 1}));
    Embeddings made = new SasrecSketch.SequenceEncoder(items).encode(view, context);
    assertThat(made.get(Embeddings.REPRESENTATION).toFloatArray()).containsExactly(2, 3);
  }

  @Test
  void a_box_prompt_encloses_its_mask() {
    NDArray mask = manager.zeros(new Shape(1, 4, 5));
    mask.set(new NDIndex("0, 1:3, 2:5"), 1);
    Batch batch =
        Batch.of(
            new long[] {0},
            TensorView.of(mask.zerosLike()),
            Targets.of(DbSamSketch.MASK, mask.toType(DataType.BOOLEAN, false)));
    View prompted = new DbSamSketch.BoxPrompts().plain(batch, context);
    assertThat(((CompositeView) prompted).tensor("box").toLongArray()).containsExactly(2, 1, 4, 2);
  }

  @Test
  void a_prompt_reaches_the_map_through_the_view() {
    NDArray box = manager.create(new long[] {1, 0, 0, 0}, new Shape(1, 4));
    CompositeView prompted =
        CompositeView.of("image", TensorView.of(manager.ones(new Shape(1, 2, 2))))
            .and("box", TensorView.of(box));
    NDArray decoder = manager.ones(new Shape(4, 3));
    NDArray base = manager.ones(new Shape(3));
    DbSamSketch.AdaptedSegmenter encoder =
        new DbSamSketch.AdaptedSegmenter(base, base.zerosLike(), decoder);
    NDArray logits = encoder.encode(prompted, context).get("mask-logits");
    assertThat(logits).isEqualTo(manager.full(new Shape(1, 2, 2), 3f));
    assertThat(encoder.parameters().groups().keySet())
        .containsExactly("image-encoder", "adapters", "mask-decoder");
  }

  @Test
  void a_picture_as_its_own_style_keeps_its_features() {
    context.network(
        "pictures",
        view ->
            Embeddings.of(((TensorView) view).tensor()).with("map", ((TensorView) view).tensor()));
    GivenSetup setup = new GivenSetup(manager, context, new Shape(), Map.of());
    NDArray picture = manager.arange(12f).reshape(1, 3, 2, 2);
    TensorView view = TensorView.of(picture);
    CompositeView itself = CompositeView.of("content", view).and("style", view);
    StyleTransferSketch.Stylizer model = new StyleTransferSketch.Stylizer(setup, manager.eye(3));
    NDArray image = model.encode(itself, context).get("image");
    assertThat(image.sub(picture).abs().max().getFloat()).isLessThan(1e-5f);
  }

  @Test
  void static_views_are_drawn_once_and_have_two_levels() {
    NDArray path = manager.create(new float[] {2, 1, 1, 2}, new Shape(2, 2));
    MeowSketch.MetaPathView graph =
        new MeowSketch.MetaPathView(manager.eye(2), List.of(path, path));
    NDArray labels = manager.zeros(new Shape(2), DataType.INT64);
    Batch batch = MeowSketch.whole(new long[] {0, 1}, graph, labels);
    Embeddings made = new MeowSketch.TwoLevels(manager.eye(2)).encode(batch.samples(), context);
    assertThat(made.names()).containsExactlyInAnyOrder("representation", "coarse", "fine");
    assertThat(made.get("coarse").get("0").toFloatArray())
        .containsExactly(
            new float[] {(float) (2 / Math.sqrt(5)), (float) (1 / Math.sqrt(5))}, within(1e-6f));
  }

  private static float represent(Embeddings made) {
    return made.get(Embeddings.REPRESENTATION).sum().getFloat();
  }
}
