package io.dyad.toolkit.file;

import io.dyad.api.DataException;
import io.dyad.api.Stable;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * IDX files of unsigned bytes, as MNIST and its relatives are published: labels (one axis) and
 * images (three axes), plain or gzip.
 *
 * @since 0.1
 */
@Stable
public final class Idx {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int GZIP_MAGIC = 0x1f8b;

  private Idx() {}

  /**
   * Reads a file.
   *
   * @return uint8, with the axes that the file states
   * @throws DataException naming the file if it is missing, has another magic number, or does not
   *     hold exactly what its header says
   */
  public static NpyArray read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new DataException(path + ": there is no such file");
    }
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path))) {
      boolean packed = gzip(file);
      return read(packed ? new GZIPInputStream(file, 1 << 16) : file, packed, path);
    } catch (EOFException cut) {
      throw new DataException(path + ": cut short: the file ends before its data does", cut);
    } catch (IOException cause) {
      throw new DataException(path + ": not readable: " + cause.getMessage(), cause);
    }
  }

  private static NpyArray read(InputStream stream, boolean packed, Path path) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int magic = in.readInt();
    int axes = magic & 0xff;
    if (magic >> 8 != UNSIGNED_BYTE || (axes != 1 && axes != 3)) {
      throw new DataException(
          "%s: magic number 0x%08x; IDX files of bytes begin with 0x00000801 or 0x00000803"
              .formatted(path, magic));
    }
    long[] shape = new long[axes];
    for (int i = 0; i < axes; i++) {
      shape[i] = Integer.toUnsignedLong(in.readInt());
    }
    long size = Files.size(path);
    String place = path + ", shape " + Arrays.toString(shape);
    int bytes = bytes(place, shape);
    new ClaimedSize(place, (long) bytes + Integer.BYTES * (1 + axes)).mustFit(size, size, packed);
    byte[] data = new byte[bytes];
    in.readFully(data);
    if (in.read() >= 0) {
      throw new DataException(place + ": there is more data than the header says");
    }
    return NpyArray.of(data, shape);
  }

  private static int bytes(String place, long[] shape) {
    try {
      return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    } catch (ArithmeticException overflow) {
      throw new DataException(place + ": 2 GiB or more in one file", overflow);
    }
  }

  private static boolean gzip(InputStream file) throws IOException {
    file.mark(2);
    int first = (file.read() << 8) | file.read();
    file.reset();
    return first == GZIP_MAGIC;
  }
}
