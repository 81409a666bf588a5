package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.api.Setup;
import io.dyad.toolkit.file.NpyArray;
import java.util.Arrays;

/** Moves arrays of images and of classes to the device. */
final class ArrayImages {
  private ArrayImages() {}

  /**
   * Returns the images.
   *
   * @param place file and array, for messages
   * @param images uint8, (N, H, W) or four axes as {@code layout} says
   * @param labels whole numbers, one an image
   */
  static ResidentImages resident(
      String place, NpyArray images, NpyArray labels, ImageLayout layout, Setup setup) {
    long[] shape = images.shape();
    if (!images.type().equals("uint8") || shape.length < 3 || shape.length > 4) {
      throw new DataException(
          "%s: images must be uint8 of three or four axes, but they are %s of shape %s"
              .formatted(place, images.type(), Arrays.toString(shape)));
    }
    if (labels.size() != shape[0]) {
      throw new DataException(
          "%s: there are %d images but %d labels".formatted(place, shape[0], labels.size()));
    }
    boolean last = shape.length == 4 && channelsLast(place, shape, layout);
    Shape sample = shape.length == 3 ? new Shape(1, shape[1], shape[2]) : new Shape(shape).slice(1);
    HostImages host = new HostImages(shape[0], sample, setup.manager());
    host.putAll(images.data());
    return ResidentImages.of(host.array(), last, labels.longs(), setup);
  }

  private static boolean channelsLast(String place, long[] shape, ImageLayout layout) {
    if (layout != ImageLayout.AUTO) {
      return layout == ImageLayout.NHWC;
    }
    boolean first = isChannels(shape[1]);
    boolean last = isChannels(shape[3]);
    if (first == last) {
      throw new DataException(
          "%s: shape %s does not tell where the channels are; set layout = nhwc or layout = nchw"
              .formatted(place, Arrays.toString(shape)));
    }
    return last;
  }

  private static boolean isChannels(long length) {
    return length == 1 || length == 3;
  }
}
