package io.dyad.toolkit.file;

import io.dyad.api.DataException;

/**
 * A size that a file states about its own content, to be held against what the file can contain
 * before memory is taken for it.
 *
 * @param place what states it, for messages
 */
record ClaimedSize(String place, long bytes) {
  /** No deflated byte can stand for more: 258 bytes of output take at least two bits. */
  private static final long MAX_RATIO = 1032;

  private static final long STREAM_OVERHEAD = 64;

  /** Checks it against the packed bytes, and those against the file. */
  ClaimedSize mustFit(long packed, long file, boolean deflated) {
    long most = deflated ? (packed + STREAM_OVERHEAD) * MAX_RATIO : packed;
    if (bytes < 0 || packed < 0 || packed > file || bytes > most) {
      throw new DataException(
          "%s: claims %d bytes; the file of %d bytes cannot hold them"
              .formatted(place, bytes, file));
    }
    return this;
  }

  /** Checks that what follows a header is what its type and shape take. */
  void mustHold(long expected, int header) {
    if (bytes - header != expected) {
      throw new DataException(
          "%s: header and data disagree: the header asks for %d bytes, there are %d"
              .formatted(place, expected, bytes - header));
    }
  }
}
