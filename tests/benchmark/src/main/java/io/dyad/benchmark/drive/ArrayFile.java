package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of arrays one after the other, in little-endian order, each on a multiple of 64 bytes. */
final class ArrayFile implements AutoCloseable {
  private static final int ALIGNMENT = 64;

  private final OutputStream out;
  private long end;

  /**
   * Where an array lies.
   *
   * @param offset in bytes, or -1 for an array of zeros, which takes no room
   * @param type such as {@code float32}
   */
  record Place(long offset, long[] shape, String type) {}

  ArrayFile(Path file) throws IOException {
    out = Files.newOutputStream(file);
  }

  Place add(NDArray array) {
    byte[] bytes = bytes(array);
    String type = array.getDataType().toString().toLowerCase(Locale.ROOT);
    long[] shape = array.getShape().getShape();
    if (isZero(bytes)) {
      return new Place(-1, shape, type);
    }
    try {
      out.write(new byte[(int) (-end & (ALIGNMENT - 1))]);
      end += -end & (ALIGNMENT - 1);
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long offset = end;
    end += bytes.length;
    return new Place(offset, shape, type);
  }

  private static byte[] bytes(NDArray array) {
    ByteBuffer buffer = array.toByteBuffer();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  private static boolean isZero(byte[] bytes) {
    for (byte one : bytes) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
