package io.dyad.runtime.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.toolkit.view.CompositeView;
import io.dyad.toolkit.view.SequenceView;
import io.dyad.toolkit.view.TensorView;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrightnessTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void bytes_and_numbers_up_to_one_are_shown_as_they_are() {
    Pixels bytes =
        pixels(manager.create(new float[] {0, 10, 20, 30}).toType(DataType.UINT8, true), 1);
    Pixels fractions = pixels(manager.create(new float[] {0, 0.2f, 0.4f, 0.6f}), 1);
    assertThat(levels(Brightness.of(bytes).image(bytes, 0), 0)).containsExactly(0, 10, 20, 30);
    assertThat(levels(Brightness.of(fractions).image(fractions, 0), 2))
        .containsExactly(0, 51, 102, 153);
  }

  @Test
  void other_numbers_are_shown_from_their_least_to_their_greatest() {
    Pixels wide = pixels(manager.create(new float[] {-4, -2, 0, 4}), 1);
    assertThat(levels(Brightness.of(wide).image(wide, 0), 1)).containsExactly(0, 64, 128, 255);
  }

  @Test
  void a_picture_of_one_value_or_of_no_numbers_is_shown_at_all() {
    Pixels same = pixels(manager.create(new float[] {7, 7, 7, 7}), 1);
    Pixels none = pixels(manager.create(new float[] {Float.NaN, 0, 1, Float.NaN}), 1);
    assertThat(levels(Brightness.of(same).image(same, 0), 0)).containsOnly(255);
    assertThat(levels(Brightness.of(none).image(none, 0), 0)).containsExactly(0, 0, 255, 0);
  }

  @Test
  void the_scaling_and_normalisation_of_each_channel_are_taken_back() {
    NDArray samples = manager.create(new float[] {0, 50, 100, 150, 200, 250, 30, 60, 90, 0, 0, 99});
    NDArray normalised =
        samples
            .reshape(3, 4)
            .div(255)
            .sub(manager.create(new float[] {0.5f, 0.4f, 0.3f}, new Shape(3, 1)))
            .div(manager.create(new float[] {0.2f, 0.5f, 2}, new Shape(3, 1)));
    Pixels originals = pixels(samples.toType(DataType.UINT8, true), 3);
    Pixels views = pixels(normalised, 3);
    Brightness display = Brightness.of(originals).through(originals, views);
    for (int band = 0; band < 3; band++) {
      assertThat(levels(display.image(views, 0), band))
          .containsExactly(levels(Brightness.of(originals).image(originals, 0), band));
    }
  }

  @Test
  void channels_may_come_last() {
    NDArray first =
        manager.arange(2 * 3 * 4 * 5).toType(DataType.FLOAT32, true).reshape(2, 3, 4, 5);
    Pixels last = Pixels.of(TensorView.of(first.transpose(0, 2, 3, 1))).orElseThrow();
    assertThat(last.values()).isEqualTo(Pixels.of(TensorView.of(first)).orElseThrow().values());
    assertThat(last.channels()).isEqualTo(3);
    assertThat(last.height()).isEqualTo(4);
    assertThat(last.width()).isEqualTo(5);
  }

  @Test
  void vectors_signals_and_sequences_are_no_pictures_but_a_part_may_be_one() {
    TensorView picture = TensorView.of(manager.zeros(new Shape(2, 1, 4, 5)));
    TensorView vectors = TensorView.of(manager.zeros(new Shape(2, 8)));
    assertThat(Pixels.of(vectors)).isEmpty();
    assertThat(Pixels.of(TensorView.of(manager.zeros(new Shape(2, 3, 8))))).isEmpty();
    assertThat(Pixels.of(TensorView.of(manager.zeros(new Shape(2, 7, 8, 9))))).isEmpty();
    assertThat(Pixels.of(TensorView.of(manager.zeros(new Shape(0, 1, 4, 5))))).isEmpty();
    assertThat(
            Pixels.of(
                SequenceView.of(
                    manager.zeros(new Shape(2, 4), DataType.INT64),
                    manager.create(new long[] {4, 3}))))
        .isEmpty();
    assertThat(Pixels.of(CompositeView.of("caption", vectors).and("picture", picture))).isPresent();
  }

  private static Pixels pixels(NDArray values, int channels) {
    return Pixels.of(TensorView.of(values.reshape(1, channels, 2, 2))).orElseThrow();
  }

  private static int[] levels(BufferedImage image, int band) {
    return image
        .getRaster()
        .getSamples(0, 0, image.getWidth(), image.getHeight(), band, (int[]) null);
  }
}
