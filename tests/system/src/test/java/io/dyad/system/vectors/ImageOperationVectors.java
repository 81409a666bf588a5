package io.dyad.system.vectors;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.vectors.Hyperparameters;
import io.dyad.contract.vectors.Outcome;
import io.dyad.contract.vectors.RecordedArray;
import io.dyad.contract.vectors.VectorAdapter;
import io.dyad.contract.vectors.VectorCase;
import io.dyad.vision.augment.ImageOperations;
import java.util.List;

/** Image operations, each applied to the same picture; a case has any number of them. */
public final class ImageOperationVectors implements VectorAdapter {
  /** One picture may lack operations, so parameters of the others may go unread. */
  private static final List<String> PARAMETERS =
      List.of(
          "brightness",
          "contrast",
          "saturation",
          "hue",
          "solarize_threshold",
          "blur_kernel",
          "blur_sigma",
          "crop",
          "mean",
          "std");

  @Override
  public boolean accepts(VectorCase vector) {
    return vector.method().equals("image-ops");
  }

  @Override
  public Outcome run(VectorCase vector, Harness harness) {
    PARAMETERS.forEach(vector.hyperparameters()::implied);
    ImageOperations operations = ImageOperations.of(harness.kernels());
    RecordedArray recorded = vector.input("image");
    NDArray image =
        harness
            .constant(recorded.shape(), recorded.data())
            .reshape(new Shape(1).addAll(recorded.shape()));
    Outcome outcome = new Outcome();
    for (String operation : vector.outputs().keySet()) {
      NDArray changed = apply(operation, image, operations, vector.hyperparameters(), harness);
      outcome.output(operation, changed.squeeze(0));
    }
    return outcome;
  }

  private static NDArray apply(
      String operation,
      NDArray image,
      ImageOperations operations,
      Hyperparameters given,
      Harness harness) {
    return switch (operation) {
      case "horizontal_flip" -> operations.horizontalFlip(image);
      case "brightness" -> operations.brightness(image, one(given.number("brightness"), harness));
      case "contrast" -> operations.contrast(image, one(given.number("contrast"), harness));
      case "saturation" -> operations.saturation(image, one(given.number("saturation"), harness));
      case "hue" -> operations.hue(image, one(given.number("hue"), harness));
      case "grayscale" -> operations.grayscale(image);
      case "solarize" -> operations.solarize(image, given.number("solarize_threshold"));
      case "gaussian_blur" ->
          operations.gaussianBlur(
              image, one(given.number("blur_sigma"), harness), given.integer("blur_kernel"));
      case "resized_crop_bilinear" -> crop(image, false, operations, given, harness);
      case "resized_crop_bilinear_antialias" -> crop(image, true, operations, given, harness);
      case "normalize" ->
          operations.normalize(
              image, list(given.numbers("mean"), harness), list(given.numbers("std"), harness));
      default -> throw new IllegalArgumentException("no operation is called " + operation);
    };
  }

  /** A crop is top, left, height, width, then the height and width of the result. */
  private static NDArray crop(
      NDArray image,
      boolean antialias,
      ImageOperations operations,
      Hyperparameters given,
      Harness harness) {
    double[] crop = given.numbers("crop");
    NDArray box =
        harness.constant(new Shape(1, 4), new double[] {crop[0], crop[1], crop[2], crop[3]});
    return operations.resizedCrop(image, box, (long) crop[4], (long) crop[5], antialias);
  }

  private static NDArray one(double value, Harness harness) {
    return list(new double[] {value}, harness);
  }

  private static NDArray list(double[] values, Harness harness) {
    return harness.constant(new Shape(values.length), values);
  }
}
