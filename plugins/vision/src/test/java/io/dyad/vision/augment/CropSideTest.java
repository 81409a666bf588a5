package io.dyad.vision.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Targets;
import io.dyad.api.ViewGenerator;
import io.dyad.api.Views;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.Subject;
import io.dyad.toolkit.view.TensorView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropSideTest {
  private final Harness harness = new Harness(DataType.FLOAT32);

  @AfterEach
  void close() {
    harness.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"crop.side = 9", "local { count = 1, steps.crop.side = 9 }, crop.side = 8"})
  void a_crop_larger_than_the_images_is_refused(String options) {
    assertThatThrownBy(() -> views(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("crop.side is 9", "images of 6 x 8", "8 at most");
  }

  @Test
  void a_crop_of_the_larger_side_is_made() {
    assertThat(views("crop.side = 8").get("view-1").view().tensors().head().getShape())
        .isEqualTo(new Shape(2, 1, 8, 8));
  }

  private Views views(String options) {
    TensorView images = TensorView.of(harness.manager().ones(new Shape(2, 1, 6, 8)));
    Subject<ViewGenerator> subject =
        Subject.of(new ImageAugmentProvider(), options, harness.setup());
    return subject
        .component()
        .generate(Batch.of(new long[] {0, 1}, images, Targets.NONE), harness.context());
  }
}
