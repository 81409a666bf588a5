package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.NpyArray;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns arrays of images and of classes into a table. */
final class ArrayImages {
  private ArrayImages() {}

  /**
   * Returns a table.
   *
   * @param place file and array, for messages
   * @param images uint8, (N, H, W) or four axes as {@code layout} says
   * @param labels whole numbers, one an image
   */
  static ImageTable table(String place, NpyArray images, NpyArray labels, ImageLayout layout) {
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
    long channels = shape.length == 3 ? 1 : shape[last ? 3 : 1];
    Shape sample =
        shape.length == 3 || last
            ? new Shape(channels, shape[1], shape[2])
            : new Shape(channels, shape[2], shape[3]);
    return new ImageTable(
        sample, rows(images.data(), shape[0], sample, last && channels > 1), labels.longs());
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

  private static List<byte[]> rows(ByteBuffer data, long count, Shape sample, boolean interleaved) {
    List<byte[]> rows = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      byte[] row = new byte[Math.toIntExact(sample.size())];
      data.get(row);
      rows.add(interleaved ? planes(row, (int) sample.get(0)) : row);
    }
    return rows;
  }

  private static byte[] planes(byte[] pixels, int channels) {
    byte[] planes = new byte[pixels.length];
    int plane = pixels.length / channels;
    for (int i = 0; i < pixels.length; i++) {
      planes[i % channels * plane + i / channels] = pixels[i];
    }
    return planes;
  }
}
