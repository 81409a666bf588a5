package io.dyad.runtime.memory;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.util.Locale;
import java.util.OptionalLong;

/** Sizes as people write them. */
public final class Bytes {
  private static final double GIBI = 1L << 30;
  private static final double MEBI = 1L << 20;

  private Bytes() {}

  /** Returns a size in GB or MB (powers of 1,024), such as {@code 1.4 GB}. */
  public static String text(long bytes) {
    return bytes >= GIBI
        ? String.format(Locale.ROOT, "%.1f GB", bytes / GIBI)
        : String.format(Locale.ROOT, "%.0f MB", bytes / MEBI);
  }

  /**
   * Returns the bytes of a text such as {@code 512M} or {@code 6 GiB}, or nothing if it is none.
   */
  public static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(
          ConfigFactory.parseString("size = \"" + text.replaceAll("[\"\\\\]", "") + "\"")
              .getMemorySize("size")
              .toBytes());
    } catch (ConfigException e) {
      return OptionalLong.empty();
    }
  }
}
