package io.dyad.vision.source;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Room for images in the memory of one uint8 array on the CPU, which Java writes without a copy.
 * Several threads may write different images.
 */
final class HostImages implements AutoCloseable {
  /** A buffer reaches no further than 2 GiB, an array does. */
  private static final long BLOCK_BYTES = 1L << 30;

  private final NDArray array;
  private final long imageBytes;
  private final long blockImages;
  private final List<ByteBuffer> blocks = new ArrayList<>();

  /**
   * Makes room.
   *
   * @param sample the axes of one image
   */
  HostImages(long count, Shape sample, NDManager manager) {
    this(count, sample, manager, BLOCK_BYTES);
  }

  HostImages(long count, Shape sample, NDManager manager, long blockBytes) {
    array = manager.create(new Shape(count).addAll(sample), DataType.UINT8, Device.cpu());
    imageBytes = sample.size();
    blockImages = Math.max(1, blockBytes / imageBytes);
    for (long from = 0; from < count; from += blockImages) {
      long to = Math.min(count, from + blockImages);
      try (NDArray block = array.get(new NDIndex("{}:{}", from, to))) {
        blocks.add(block.toByteBuffer(true));
      }
    }
  }

  /** Returns the array; it changes as images are written. */
  NDArray array() {
    return array;
  }

  long count() {
    return array.getShape().get(0);
  }

  /** Writes one image. */
  void put(long image, byte[] pixels) {
    int block = (int) (image / blockImages);
    blocks.get(block).put((int) (image % blockImages * imageBytes), pixels);
  }

  /** Writes all images, which a buffer holds one after another. */
  void putAll(ByteBuffer pixels) {
    ByteBuffer from = pixels.duplicate();
    for (ByteBuffer block : blocks) {
      ByteBuffer part = from.slice(from.position(), block.capacity());
      block.duplicate().put(part);
      from.position(from.position() + block.capacity());
    }
  }

  @Override
  public void close() {
    array.close();
  }
}
