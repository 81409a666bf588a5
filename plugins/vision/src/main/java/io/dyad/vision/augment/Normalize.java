package io.dyad.vision.augment;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Draws;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The last step: channels to mean 0 and deviation 1, with given figures. */
record Normalize(List<Double> mean, List<Double> std) implements Step {
  static Normalize of(NormalizeOptions options) {
    return new Normalize(options.mean(), options.std());
  }

  @Override
  public Shape addTo(Program program, Shape images, Draws draws) {
    int channels = Math.toIntExact(images.get(1));
    program.add(
        Operation.NORMALIZE,
        DoubleStream.concat(each("mean", mean, channels), each("std", std, channels)).toArray());
    return images;
  }

  private static DoubleStream each(String option, List<Double> values, int channels) {
    if (values.size() != 1 && values.size() != channels) {
      throw new ConfigurationException(
          String.format(
              "normalize.%s has %d values, but the images have %d channels; give one for each"
                  + " channel, or one for all",
              option, values.size(), channels));
    }
    return IntStream.range(0, channels)
        .mapToDouble(channel -> values.get(values.size() == 1 ? 0 : channel));
  }
}
