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

  private RandomSteps() {}

  /** Crop, flip and shift are one resampling. */
  static Step place(Optional<CropOptions> crop, double flipProbability, int shift) {
    CropOptions options = crop.orElse(NO_CROP);
    double[] area = range("crop.area", options.area());
    double[] ratio = range("crop.ratio", options.ratio());
    return (program, images, draws) -> {
      options.side().ifPresent(side -> checkCrop(side, images));
      long height = options.side().map(Integer::longValue).orElse(images.get(2));
      long width = options.side().map(Integer::longValue).orElse(images.get(3));
      program.add(
          Operation.PLACE,
          uniform(draws, "place", images, 25),
          height,
          width,
          flag(crop.isPresent()),
          area[0],
          area[1],
          ratio[0],
          ratio[1],
          flag(options.antialias()),
          flipProbability,
          shift);
      return new Shape(images.get(0), images.get(1), height, width);
    };
  }

  static Step rotation(RotationOptions options) {
    double[] degrees = range("rotation.degrees", options.degrees());
    return (program, images, draws) -> {
      program.add(
          Operation.ROTATION,
          uniform(draws, "rotation", images, 2),
          options.probability(),
          degrees[0],
          degrees[1]);
      return images;
    };
  }

  static Step jitter(JitterOptions options) {
    return (program, images, draws) -> {
      program.add(
          Operation.JITTER,
          uniform(draws, "jitter", images, 5),
          options.probability(),
          options.brightness(),
          options.contrast(),
          options.saturation(),
          options.hue());
      return images;
    };
  }

  static Step grayscale(GrayscaleOptions options) {
    return (program, images, draws) -> {
      program.add(
          Operation.GRAYSCALE, uniform(draws, "grayscale", images, 1), options.probability());
      return images;
    };
  }

  static Step blur(BlurOptions options) {
    if (options.size() % 2 == 0) {
      throw new ConfigurationException(
          "blur.size must be odd, so that the filter has a centre; got " + options.size());
    }
    double[] sigma = range("blur.sigma", options.sigma());
    return (program, images, draws) -> {
      checkFits(options.size(), images);
      program.add(
          Operation.BLUR,
          uniform(draws, "blur", images, 2),
          options.probability(),
          sigma[0],
          sigma[1],
          options.size());
      return images;
    };
  }

  static Step solarize(SolarizeOptions options) {
    return (program, images, draws) -> {
      program.add(
          Operation.SOLARIZE,
          uniform(draws, "solarize", images, 1),
          options.probability(),
          options.threshold());
      return images;
    };
  }

  static Step gain(GainOptions options) {
    double[] range = range("gain.range", options.range());
    return (program, images, draws) -> {
      program.add(Operation.GAIN, uniform(draws, "gain", images, 1), range[0], range[1]);
      return images;
    };
  }

  static Step noise(NoiseOptions options) {
    return (program, images, draws) -> {
      program.add(Operation.NOISE, draws.normal("noise", images), options.std());
      return images;
    };
  }

  static Step dropout(DropoutOptions options) {
    return (program, images, draws) -> {
      Shape pixels = new Shape(images.get(0), 1, images.get(2), images.get(3));
      program.add(Operation.DROPOUT, draws.uniform("dropout", pixels), options.rate());
      return images;
    };
  }

  /** The border is reflected, which takes half a filter of pixels. */
  private static void checkCrop(int side, Shape images) {
    long height = images.get(2);
    long width = images.get(3);
    if (side > Math.max(height, width)) {
      throw new ConfigurationException(
          String.format(
              "crop.side is %d, but images of %d x %d have no crops that large; set it to %d at most,"
                  + " or resize the images",
              side, height, width, Math.max(height, width)));
    }
  }

  private static void checkFits(int filter, Shape images) {
    long side = Math.min(images.get(2), images.get(3));
    if (filter / 2 >= side) {
      throw new ConfigurationException(
          String.format(
              "blur.size is %d, but images of %d pixels take at most %d",
              filter, side, 2 * side - 1));
    }
  }

  private static NDArray uniform(Draws draws, String name, Shape images, long columns) {
    return draws.uniform(name, new Shape(images.get(0), columns));
  }

  private static double flag(boolean on) {
    return on ? 1 : 0;
  }

  private static double[] range(String option, List<Double> bounds) {
    if (bounds.size() != 2 || bounds.get(0) > bounds.get(1)) {
      throw new ConfigurationException(
          option + " must be two numbers, the smaller first; got " + bounds);
    }
    return new double[] {bounds.get(0), bounds.get(1)};
  }
}
