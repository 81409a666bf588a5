package io.dyad.vision.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.TaggedView;
import io.dyad.api.Targets;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageAugmentTest {
  private static final StepOptions EVERYTHING =
      new StepOptions(
          Optional.of(
              new CropOptions(List.of(0.2, 1.0), List.of(0.75, 1.33), Optional.of(9), true)),
          Optional.of(new FlipOptions(0.5)),
          Optional.of(new ShiftOptions(2)),
          Optional.of(new RotationOptions(0.5, List.of(-30.0, 30.0))),
          Optional.of(new JitterOptions(0.8, 0.4, 0.4, 0.4, 0.1)),
          Optional.of(new GrayscaleOptions(0.3)),
          Optional.of(new BlurOptions(0.5, List.of(0.1, 2.0), 3)),
          Optional.of(new SolarizeOptions(0.3, 0.5)),
          Optional.of(new GainOptions(List.of(0.6, 1.4))),
          Optional.of(new NoiseOptions(0.1)),
          Optional.of(new DropoutOptions(0.1)),
          Optional.of(new NormalizeOptions(List.of(0.5), List.of(0.25))));

  private final Harness harness = new Harness(DataType.FLOAT32);
  private final NDManager manager = harness.manager();

  @AfterEach
  void release() {
    harness.close();
  }

  @Test
  void without_steps_a_view_is_the_scaled_image() {
    Batch batch = batch(5, 3, 8);
    Views views = generator(StepOptions.NONE).generate(batch, context());
    assertThat(views.all()).extracting(TaggedView::name).containsExactly("view-1", "view-2");
    assertThat(views.tagged("global")).hasSize(2);
    assertThat(tensor(views, "view-2").mul(255).round().toType(DataType.UINT8, false))
        .isEqualTo(images(batch));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void a_view_does_not_depend_on_how_samples_are_divided_into_batches_or_ordered(int channels) {
    Batch whole = batch(20, channels, 12);
    ViewGenerator generator = generator(EVERYTHING);
    NDArray all = tensor(generator.generate(whole, context()), "view-2");
    long[] ids = {17, 2, 11, 5, 19, 3, 8};
    NDArray rows = manager.create(ids);
    Batch part =
        Batch.of(ids, TensorView.of(images(whole).get(new NDIndex("{}", rows))), Targets.NONE);
    NDArray again = tensor(generator.generate(part, context()), "view-2");
    assertThat(again.getShape()).isEqualTo(new Shape(7, channels, 9, 9));
    assertThat(again.sub(all.get(new NDIndex("{}", rows))).abs().max().getFloat())
        .isLessThan(1e-5f);
  }

  @Test
  void views_differ_from_each_other_and_repeat_with_the_same_draws() {
    Batch batch = batch(6, 3, 12);
    ViewGenerator generator = generator(EVERYTHING);
    Views first = generator.generate(batch, context());
    Views second = generator.generate(batch, context());
    assertThat(tensor(first, "view-1")).isEqualTo(tensor(second, "view-1"));
    assertThat(tensor(first, "view-1").sub(tensor(first, "view-2")).abs().mean().getFloat())
        .isGreaterThan(0.1f);
  }

  @Test
  void a_crop_of_the_whole_image_changes_nothing() {
    Batch batch = batch(4, 3, 8);
    StepOptions whole =
        only(new CropOptions(List.of(1.0, 1.0), List.of(1.0, 1.0), Optional.empty(), true));
    NDArray view = tensor(generator(whole).generate(batch, context()), "view-1");
    assertThat(
            view.mul(255).sub(images(batch).toType(DataType.FLOAT32, false)).abs().max().getFloat())
        .isLessThan(1e-3f);
  }

  @Test
  void steps_that_no_image_gets_change_nothing() {
    StepOptions never =
        new StepOptions(
            Optional.empty(),
            Optional.of(new FlipOptions(0)),
            Optional.empty(),
            Optional.of(new RotationOptions(0, List.of(-30.0, 30.0))),
            Optional.of(new JitterOptions(0, 0.4, 0.4, 0.4, 0.1)),
            Optional.of(new GrayscaleOptions(0)),
            Optional.of(new BlurOptions(0, List.of(0.1, 2.0), 3)),
            Optional.of(new SolarizeOptions(0, 0.5)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Batch batch = batch(1, 3, 8);
    NDArray view = tensor(generator(never).generate(batch, context()), "view-1");
    NDArray expected = tensor(generator(StepOptions.NONE).generate(batch, context()), "view-1");
    assertThat(view).isEqualTo(expected);
  }

  @Test
  void a_filter_wider_than_the_image_is_an_error_that_names_both() {
    StepOptions blur =
        new StepOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BlurOptions(1, List.of(0.1, 2.0), 23)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> generator(blur).generate(batch(2, 3, 8), context()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("blur.size", "23", "8");
  }

  @Test
  void crops_stay_inside_the_image_and_keep_the_asked_share() {
    NDArray draws = manager.randomUniform(0, 1, new Shape(500, 22));
    NDArray boxes =
        ImageOperations.of(harness.setup().kernels())
            .one("boxes", draws, 20, 30, 0.2, 1.0, 0.75, 4.0 / 3);
    NDArray top = boxes.get(":, 0");
    NDArray left = boxes.get(":, 1");
    NDArray height = boxes.get(":, 2");
    NDArray width = boxes.get(":, 3");
    assertThat(top.gte(0).all().getBoolean()).isTrue();
    assertThat(left.gte(0).all().getBoolean()).isTrue();
    assertThat(top.add(height).lte(20).all().getBoolean()).isTrue();
    assertThat(left.add(width).lte(30).all().getBoolean()).isTrue();
    float share = height.mul(width).div(600).mean().getFloat();
    assertThat(share).isBetween(0.45f, 0.65f);
    assertThat(height.mul(width).min().getFloat()).isGreaterThan(0.2f * 600 - 20);
  }

  @Test
  void a_shift_moves_whole_pixels_and_lets_zeros_in() {
    NDArray dot = manager.zeros(new Shape(2000, 1, 7, 7));
    dot.set(new NDIndex(":, 0, 3, 3"), 1);
    Batch batch = Batch.of(LongStream.range(0, 2000).toArray(), TensorView.of(dot), Targets.NONE);
    StepOptions shift = withShift(3);
    NDArray view = tensor(generator(shift).generate(batch, context()), "view-1");
    assertThat(view.sum(new int[] {1, 2, 3}).eq(1).all().getBoolean()).isTrue();
    assertThat(view.sum(new int[] {0}).gt(0).all().getBoolean()).as("every offset").isTrue();
  }

  @Test
  void a_view_of_its_own_steps_overrides_one_step_and_keeps_the_others() {
    StepOptions base =
        only(new CropOptions(List.of(1.0, 1.0), List.of(1.0, 1.0), Optional.of(4), true));
    StepOptions own =
        new StepOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new GainOptions(List.of(0.0, 0.0))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Views views =
        create(options(base, Map.of("view-2", own), Optional.empty()))
            .generate(batch(3, 3, 8), context());
    assertThat(tensor(views, "view-1").sum().getFloat()).isPositive();
    assertThat(tensor(views, "view-2").sum().getFloat()).isZero();
    assertThat(tensor(views, "view-2").getShape()).isEqualTo(new Shape(3, 3, 4, 4));
  }

  @Test
  void local_views_have_their_own_size_and_tag() {
    LocalViewsOptions local =
        new LocalViewsOptions(
            3,
            only(new CropOptions(List.of(0.05, 0.14), List.of(0.75, 1.33), Optional.of(5), true)));
    Views views =
        create(options(StepOptions.NONE, Map.of(), Optional.of(local)))
            .generate(batch(3, 3, 8), context());
    assertThat(views.tagged("local"))
        .extracting(TaggedView::name)
        .containsExactly("local-1", "local-2", "local-3");
    assertThat(tensor(views, "local-3").getShape()).isEqualTo(new Shape(3, 3, 5, 5));
  }

  @Test
  void the_plain_view_is_resized_and_normalised_only() {
    Batch batch = batch(4, 3, 12);
    NDArray plain = ((TensorView) generator(EVERYTHING).plain(batch, context())).tensor();
    assertThat(plain.getShape()).isEqualTo(new Shape(4, 3, 9, 9));
    float expected =
        (images(batch).toType(DataType.FLOAT32, false).mean().getFloat() / 255 - 0.5f) / 0.25f;
    assertThat(Math.abs(plain.mean().getFloat() - expected)).isLessThan(0.05f);
  }

  @Test
  void nothing_is_left_in_the_manager_of_the_batch() {
    Batch batch = batch(4, 3, 12);
    ViewGenerator generator = generator(EVERYTHING);
    int before = manager.getManagedArrays().size();
    try (Harness step = new Harness()) {
      generator.generate(batch, step.context());
    }
    assertThat(manager.getManagedArrays().size()).isEqualTo(before);
  }

  @Test
  void mistakes_are_named() {
    assertThatThrownBy(
            () ->
                create(
                    options(
                        StepOptions.NONE, Map.of("view-7", StepOptions.NONE), Optional.empty())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("view-7", "view-1", "view-2");
    assertThatThrownBy(
            () ->
                generator(
                    only(
                        new CropOptions(
                            List.of(1.0, 0.5), List.of(1.0, 1.0), Optional.empty(), true))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("crop.area", "[1.0, 0.5]");
    Batch flat =
        Batch.of(new long[] {0}, TensorView.of(manager.ones(new Shape(1, 4))), Targets.NONE);
    assertThatThrownBy(() -> generator(StepOptions.NONE).generate(flat, context()))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("(N, C, H, W)", "(1, 4)");
  }

  private ViewGenerator generator(StepOptions steps) {
    return create(options(steps, Map.of(), Optional.empty()));
  }

  private ViewGenerator create(ImageAugmentOptions options) {
    return new ImageAugmentProvider().create(options, harness.setup());
  }

  private static ImageAugmentOptions options(
      StepOptions s, Map<String, StepOptions> perView, Optional<LocalViewsOptions> local) {
    return new ImageAugmentOptions(
        2,
        255,
        s.crop(),
        s.flip(),
        s.shift(),
        s.rotation(),
        s.jitter(),
        s.grayscale(),
        s.blur(),
        s.solarize(),
        s.gain(),
        s.noise(),
        s.dropout(),
        s.normalize(),
        perView,
        local);
  }

  private static StepOptions only(CropOptions crop) {
    return new StepOptions(
        Optional.of(crop),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static StepOptions withShift(int pixels) {
    return new StepOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new ShiftOptions(pixels)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private HarnessContext context() {
    return harness.context();
  }

  private Batch batch(int size, int channels, int side) {
    NDArray images =
        manager
            .randomUniform(0, 255, new Shape(size, channels, side, side))
            .toType(DataType.UINT8, false);
    return Batch.of(LongStream.range(0, size).toArray(), TensorView.of(images), Targets.NONE);
  }

  private static NDArray images(Batch batch) {
    return ((TensorView) batch.samples()).tensor();
  }

  private static NDArray tensor(Views views, String name) {
    return ((TensorView) views.get(name).view()).tensor();
  }
}
