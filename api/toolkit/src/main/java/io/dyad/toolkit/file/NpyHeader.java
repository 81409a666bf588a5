package io.dyad.toolkit.file;

import io.dyad.api.DataException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a {@code .npy} file says before its data; versions 1, 2 and 3 of the format.
 *
 * @param length of the header in bytes, with everything before the data
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record NpyHeader(NpyType type, long[] shape, int length) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MAX_TEXT = 1 << 16;
  private static final int MAX_AXES = 64;
  private static final int ALIGNMENT = 64;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*('[^']*'|[^,}]*)");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

  /**
   * Reads a header, leaving the stream at the data.
   *
   * @param place file and entry, for messages
   */
  static NpyHeader read(InputStream stream, String place) throws IOException {
    try {
      DataInputStream in = new DataInputStream(stream);
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        throw new DataException(place + ": not a NumPy array: it does not start with \\x93NUMPY");
      }
      int version = in.readUnsignedByte();
      in.readUnsignedByte();
      if (version < 1 || version > 3) {
        throw new DataException(
            "%s: version %d of the npy format; 1 to 3 are read".formatted(place, version));
      }
      boolean shortLength = version == 1;
      long size =
          shortLength
              ? Short.toUnsignedLong(Short.reverseBytes(in.readShort()))
              : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
      if (size > MAX_TEXT) {
        throw new DataException(
            "%s: a header of %d bytes; at most %d are read".formatted(place, size, MAX_TEXT));
      }
      byte[] text = new byte[(int) size];
      in.readFully(text);
      int length = MAGIC.length + 2 + (shortLength ? Short.BYTES : Integer.BYTES) + text.length;
      return parse(new String(text, StandardCharsets.UTF_8), length, place);
    } catch (EOFException cut) {
      throw new DataException(place + ": the file ends within the header", cut);
    }
  }

  /** Returns how many bytes the data takes. */
  long bytes() {
    return Arrays.stream(shape).reduce(type.bytes(), Math::multiplyExact);
  }

  /** Writes a header of version 1 as NumPy does, padded so that the data starts aligned. */
  static void write(OutputStream stream, String descriptor, long[] shape) throws IOException {
    String axes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    String text =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"
            .formatted(descriptor, shape.length == 1 ? axes + "," : axes);
    int prefix = MAGIC.length + 2 + Short.BYTES;
    int padding = ALIGNMENT - (prefix + text.length() + 1) % ALIGNMENT;
    int size = text.length() + padding % ALIGNMENT + 1;
    stream.write(MAGIC);
    stream.write(new byte[] {1, 0, (byte) size, (byte) (size >> 8)});
    stream.write(
        (text + " ".repeat(size - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static NpyHeader parse(String text, int length, String place) {
    String descriptor = field(TYPE, text, "descr", place).replace("'", "").strip();
    NpyType type =
        NpyType.ofDescriptor(descriptor)
            .orElseThrow(
                () ->
                    new DataException(
                        "%s: elements of type \"%s\"; little-endian %s are read"
                            .formatted(place, descriptor, NpyType.titles())));
    if (field(ORDER, text, "fortran_order", place).equals("True")) {
      throw new DataException(
          place + ": stored in Fortran order; save numpy.ascontiguousarray(array) instead");
    }
    long[] shape = shape(field(SHAPE, text, "shape", place), place);
    NpyHeader header = new NpyHeader(type, shape, length);
    try {
      header.bytes();
    } catch (ArithmeticException overflow) {
      throw new DataException(
          "%s: impossible shape %s".formatted(place, Arrays.toString(shape)), overflow);
    }
    return header;
  }

  private static String field(Pattern pattern, String text, String name, String place) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new DataException("%s: the header has no readable '%s'".formatted(place, name));
    }
    return matcher.group(1);
  }

  private static long[] shape(String axes, String place) {
    try {
      long[] shape =
          Pattern.compile(",")
              .splitAsStream(axes)
              .map(String::strip)
              .filter(axis -> !axis.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      if (shape.length > MAX_AXES) {
        throw new DataException(
            "%s: %d axes; at most %d are read".formatted(place, shape.length, MAX_AXES));
      }
      return shape;
    } catch (NumberFormatException malformed) {
      throw new DataException("%s: impossible shape (%s)".formatted(place, axes), malformed);
    }
  }
}
