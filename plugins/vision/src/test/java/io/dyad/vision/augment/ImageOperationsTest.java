package io.dyad.vision.augment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageOperationsTest {
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final NDManager manager = harness.manager();
  private final ImageOperations operations = ImageOperations.of(harness.setup().kernels());

  @AfterEach
  void release() {
    harness.close();
  }

  @ParameterizedTest
  @CsvSource({
    "horizontal_flip",
    "brightness",
    "contrast",
    "saturation",
    "hue",
    "grayscale",
    "solarize",
    "gaussian_blur",
    "resized_crop_bilinear",
    "resized_crop_bilinear_antialias",
    "normalize"
  })
  void every_operation_gives_the_values_of_torchvision(String operation) throws IOException {
    for (String file : new String[] {"typical", "extreme"}) {
      GoldenImages golden = GoldenImages.read(file, manager);
      NDArray actual = apply(operation, golden);
      NDArray expected = golden.expected(operation);
      assertThat(actual.getShape()).isEqualTo(expected.getShape());
      NDArray allowed = expected.abs().mul(golden.tolerance("rtol")).add(golden.tolerance("atol"));
      assertThat(actual.sub(expected).abs().lte(allowed).all().getBoolean())
          .as("%s %s", file, operation)
          .isTrue();
    }
  }

  private NDArray apply(String operation, GoldenImages golden) {
    NDArray image = golden.image();
    return switch (operation) {
      case "horizontal_flip" -> operations.horizontalFlip(image);
      case "brightness" -> operations.brightness(image, one(golden.setting("brightness")));
      case "contrast" -> operations.contrast(image, one(golden.setting("contrast")));
      case "saturation" -> operations.saturation(image, one(golden.setting("saturation")));
      case "hue" -> operations.hue(image, one(golden.setting("hue")));
      case "grayscale" -> operations.grayscale(image);
      case "solarize" -> operations.solarize(image, golden.setting("solarize_threshold"));
      case "gaussian_blur" ->
          operations.gaussianBlur(
              image, one(golden.setting("blur_sigma")), (int) golden.setting("blur_kernel"));
      case "resized_crop_bilinear" -> crop(image, golden.settings("crop"), false);
      case "resized_crop_bilinear_antialias" -> crop(image, golden.settings("crop"), true);
      case "normalize" ->
          operations.normalize(
              image,
              manager.create(golden.settings("mean")),
              manager.create(golden.settings("std")));
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private NDArray crop(NDArray image, double[] crop, boolean antialias) {
    NDArray box =
        manager.create(new double[] {crop[0], crop[1], crop[2], crop[3]}, new Shape(1, 4));
    return operations.resizedCrop(image, box, (long) crop[4], (long) crop[5], antialias);
  }

  private NDArray one(double value) {
    return manager.create(new double[] {value});
  }

  @Test
  void a_quarter_turn_goes_counter_clockwise() {
    NDArray image = manager.arange(9f).reshape(1, 1, 3, 3);
    NDArray turned = operations.rotate(image, manager.create(new float[] {90}));
    float[] expected = {2, 5, 8, 1, 4, 7, 0, 3, 6};
    assertThat(close(turned, manager.create(expected, new Shape(1, 1, 3, 3)))).isTrue();
  }

  @Test
  void each_image_takes_its_own_parameter() {
    NDArray image = manager.full(new Shape(2, 3, 4, 4), 0.5f);
    NDArray bright = operations.brightness(image, manager.create(new float[] {1, 0.5f}));
    assertThat(bright.get(0).mean().getFloat()).isEqualTo(0.5f);
    assertThat(bright.get(1).mean().getFloat()).isEqualTo(0.25f);
  }

  @Test
  void colours_of_one_channel_stay_as_they_are() {
    NDArray image = manager.randomUniform(0, 1, new Shape(2, 1, 4, 4));
    NDArray factor = manager.create(new float[] {0.3f, 0.3f});
    assertThat(operations.hue(image, factor)).isEqualTo(image);
    assertThat(operations.saturation(image, factor)).isEqualTo(image);
    assertThat(operations.grayscale(image)).isEqualTo(image);
  }

  @Test
  void eight_bit_images_are_divided_and_inputs_left_untouched() {
    NDArray image = manager.full(new Shape(1, 1, 2, 2), 170, DataType.UINT8);
    NDArray scaled = operations.scaled(image, 170);
    assertThat(scaled).isEqualTo(manager.ones(new Shape(1, 1, 2, 2)));
    NDArray before = scaled.duplicate();
    NDArrays.concat(new NDList(operations.solarize(scaled, 0.2), operations.scaled(scaled, 2)));
    assertThat(scaled).isEqualTo(before);
  }

  private static boolean close(NDArray actual, NDArray expected) {
    return actual.sub(expected).abs().max().getFloat() < 1e-5;
  }
}
