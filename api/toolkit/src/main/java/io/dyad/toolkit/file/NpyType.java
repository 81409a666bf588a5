package io.dyad.toolkit.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The element types of NumPy files that are read and written, all little-endian. */
enum NpyType {
  BOOL("|b1", 1),
  UINT8("|u1", 1),
  INT8("|i1", 1),
  INT16("<i2", 2),
  INT32("<i4", 4),
  INT64("<i8", 8),
  FLOAT32("<f4", 4),
  FLOAT64("<f8", 8);

  private final String descriptor;
  private final int bytes;

  NpyType(String descriptor, int bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  String descriptor() {
    return descriptor;
  }

  int bytes() {
    return bytes;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NpyType> ofDescriptor(String descriptor) {
    return Arrays.stream(values()).filter(type -> type.descriptor.equals(descriptor)).findFirst();
  }

  static NpyType ofTitle(String title) {
    return Arrays.stream(values())
        .filter(type -> type.title().equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no element type \"" + title + "\"; there are " + titles()));
  }

  static String titles() {
    return String.join(", ", Arrays.stream(values()).map(NpyType::title).toList());
  }
}
