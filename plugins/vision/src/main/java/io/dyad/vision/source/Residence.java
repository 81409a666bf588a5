package io.dyad.vision.source;

import io.dyad.api.DataException;
import io.dyad.api.Setup;
import java.util.Locale;

/** Decides whether the decoded images of a folder stay in memory. */
final class Residence {
  /** The rest is for networks, activations and gradients. */
  private static final long SHARE = 4;

  private static final double MEBI = 1L << 20;

  private Residence() {}

  /**
   * Returns whether all images are decoded at the start.
   *
   * @param bytes what they take
   * @throws DataException if they must be and do not fit
   */
  static boolean isWanted(ImageFolderOptions options, long bytes, Setup setup) {
    if (options.resident() == Resident.NO) {
      return false;
    }
    long free = FreeMemory.bytes(setup.device());
    long share = options.resident() == Resident.AUTO ? free / SHARE : free;
    long limit = options.memory().map(mebi -> (long) mebi << 20).orElse(share);
    if (options.resident() == Resident.YES && bytes > limit) {
      throw new DataException(
          "%s: the decoded images take %s MiB, and %s MiB %s; set %s.resize to make them smaller, %s.memory to allow more, or %s.resident = no to decode each when it is needed"
              .formatted(
                  options.path(),
                  mebibytes(bytes),
                  mebibytes(limit),
                  options.memory().isPresent() ? "are allowed" : "are free",
                  setup.name(),
                  setup.name(),
                  setup.name()));
    }
    return bytes <= limit;
  }

  private static String mebibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / MEBI);
  }
}
