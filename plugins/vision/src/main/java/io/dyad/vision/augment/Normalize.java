package io.dyad.vision.augment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import io.dyad.api.Draws;
import io.dyad.api.Setup;
import java.util.List;

/** The last step: channels to mean 0 and deviation 1, with given figures. */
final class Normalize implements Step {
  private final ImageOperations operations;
  private final NDArray mean;
  private final NDArray std;

  private Normalize(ImageOperations operations, NDArray mean, NDArray std) {
    this.operations = operations;
    this.mean = mean;
    this.std = std;
  }

  static Normalize of(NormalizeOptions options, ImageOperations operations, Setup setup) {
    return new Normalize(operations, array(setup, options.mean()), array(setup, options.std()));
  }

  @Override
  public NDArray apply(NDArray images, Draws draws) {
    check("mean", mean, images);
    check("std", std, images);
    return operations.normalize(images, mean, std);
  }

  private static NDArray array(Setup setup, List<Double> values) {
    NDManager manager = setup.manager();
    NDArray array = manager.create(values.stream().mapToDouble(Double::doubleValue).toArray());
    return array.toDevice(setup.device(), false);
  }

  private static void check(String option, NDArray values, NDArray images) {
    long channels = images.getShape().get(1);
    if (values.size() != 1 && values.size() != channels) {
      throw new ConfigurationException(
          String.format(
              "normalize.%s has %d values, but the images have %d channels; give one for each"
                  + " channel, or one for all",
              option, values.size(), channels));
    }
  }
}
