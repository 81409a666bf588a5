package io.dyad.vision.source;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The images of one split in memory, all of one size, with their classes. Immutable, so that any
 * number of threads may read.
 */
final class ImageTable {
  private final Shape sample;
  private final byte[][] images;
  private final long[] labels;

  /**
   * Creates a table over its arguments.
   *
   * @param sample channels, height, width
   * @param images one array an image, channel after channel, row after row
   * @param labels the class of each image
   */
  ImageTable(Shape sample, List<byte[]> images, long[] labels) {
    if (images.size() != labels.length) {
      throw new DataException(
          "there are %d images but %d labels".formatted(images.size(), labels.length));
    }
    this.sample = sample;
    this.images = images.toArray(byte[][]::new);
    this.labels = labels.clone();
  }

  int size() {
    return images.length;
  }

  /** Returns how many classes occur. */
  long classes() {
    return Arrays.stream(labels).distinct().count();
  }

  /** Returns rows as uint8, shape (N, C, H, W), on the CPU. */
  NDArray images(long[] ids, NDManager manager) {
    Shape shape = new Shape(ids.length).addAll(sample);
    NDArray rows = manager.create(shape, DataType.UINT8, Device.cpu());
    // The engine's own memory, so that no buffer is left to the garbage collector.
    ByteBuffer target = rows.toByteBuffer(true);
    for (long id : ids) {
      target.put(images[row(id)]);
    }
    return rows;
  }

  /** Returns classes as int64, shape (N). */
  NDArray labels(long[] ids, NDManager manager) {
    return manager.create(Arrays.stream(ids).map(id -> labels[row(id)]).toArray());
  }

  private int row(long id) {
    if (id < 0 || id >= images.length) {
      throw new DataException(
          "there is no sample " + id + "; ids run from 0 to " + (images.length - 1));
    }
    return (int) id;
  }
}
