package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Draws;
import java.util.List;
import java.util.Optional;

/** Makes the steps whose parameters are drawn, one set an image; draws carry the step's name. */
final class RandomSteps {
  private static final CropOptions NO_CROP =
      new CropOptions(List.of(1.0, 1.0), List.of(1.0, 1.0), Optional.empty(), true);

  private final ImageOperations operations;

  RandomSteps(ImageOperations operations) {
    this.operations = operations;
  }

  /** Crop, flip and shift are one resampling. */
  Step place(Optional<CropOptions> crop, double flipProbability, int shift) {
    CropOptions options = crop.orElse(NO_CROP);
    double[] area = range("crop.area", options.area());
    double[] ratio = range("crop.ratio", options.ratio());
    return (images, draws) -> {
      Shape shape = images.getShape();
      return operations.one(
          "random_place",
          images,
          uniform(draws, "place", images, 25),
          options.side().map(Integer::longValue).orElse(shape.get(2)),
          options.side().map(Integer::longValue).orElse(shape.get(3)),
          crop.isPresent(),
          area[0],
          area[1],
          ratio[0],
          ratio[1],
          options.antialias(),
          flipProbability,
          shift);
    };
  }

  Step rotation(RotationOptions options) {
    double[] degrees = range("rotation.degrees", options.degrees());
    return (images, draws) ->
        operations.one(
            "random_rotate",
            images,
            uniform(draws, "rotation", images, 2),
            options.probability(),
            degrees[0],
            degrees[1]);
  }

  Step jitter(JitterOptions options) {
    return (images, draws) ->
        operations.one(
            "random_jitter",
            images,
            uniform(draws, "jitter", images, 5),
            options.probability(),
            options.brightness(),
            options.contrast(),
            options.saturation(),
            options.hue());
  }

  Step grayscale(GrayscaleOptions options) {
    return (images, draws) ->
        operations.one(
            "random_grayscale",
            images,
            uniform(draws, "grayscale", images, 1),
            options.probability());
  }

  Step blur(BlurOptions options) {
    if (options.size() % 2 == 0) {
      throw new ConfigurationException(
          "blur.size must be odd, so that the filter has a centre; got " + options.size());
    }
    double[] sigma = range("blur.sigma", options.sigma());
    return (images, draws) -> {
      checkFits(options.size(), images.getShape());
      return operations.one(
          "random_blur",
          images,
          uniform(draws, "blur", images, 2),
          options.probability(),
          sigma[0],
          sigma[1],
          options.size());
    };
  }

  Step solarize(SolarizeOptions options) {
    return (images, draws) ->
        operations.one(
            "random_solarize",
            images,
            uniform(draws, "solarize", images, 1),
            options.probability(),
            options.threshold());
  }

  Step gain(GainOptions options) {
    double[] range = range("gain.range", options.range());
    return (images, draws) ->
        operations.one(
            "random_gain", images, uniform(draws, "gain", images, 1), range[0], range[1]);
  }

  Step noise(NoiseOptions options) {
    return (images, draws) ->
        operations.one("noise", images, draws.normal("noise", images.getShape()), options.std());
  }

  Step dropout(DropoutOptions options) {
    return (images, draws) -> {
      Shape shape = images.getShape();
      Shape pixels = new Shape(shape.get(0), 1, shape.get(2), shape.get(3));
      return operations.one("dropout", images, draws.uniform("dropout", pixels), options.rate());
    };
  }

  /** The border is reflected, which takes half a filter of pixels. */
  private static void checkFits(int filter, Shape images) {
    long side = Math.min(images.get(2), images.get(3));
    if (filter / 2 >= side) {
      throw new ConfigurationException(
          String.format(
              "blur.size is %d, but images of %d pixels take at most %d",
              filter, side, 2 * side - 1));
    }
  }

  private static NDArray uniform(Draws draws, String name, NDArray images, long columns) {
    return draws.uniform(name, new Shape(images.getShape().get(0), columns));
  }

  private static double[] range(String option, List<Double> bounds) {
    if (bounds.size() != 2 || bounds.get(0) > bounds.get(1)) {
      throw new ConfigurationException(
          option + " must be two numbers, the smaller first; got " + bounds);
    }
    return new double[] {bounds.get(0), bounds.get(1)};
  }
}
