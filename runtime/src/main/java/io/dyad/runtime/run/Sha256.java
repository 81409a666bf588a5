package io.dyad.runtime.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum of checkpoints. SHA-256 and not a shorter one: processors compute it about as fast
 * as disks read, {@code sha256sum} checks it without Dyad, and no two files share it by design or
 * by accident.
 */
final class Sha256 {
  private final MessageDigest digest;
  private static final int BUFFER_BYTES = 1 << 20;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static String of(byte[] bytes) {
    Sha256 sum = new Sha256();
    sum.digest.update(bytes);
    return sum.hex();
  }

  /** Reads a file that is no link. */
  static String of(Path file) throws IOException {
    Sha256 sum = new Sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), sum.digest)) {
      while (in.read(buffer) >= 0) {
        continue;
      }
    }
    return sum.hex();
  }

  /** Returns a stream that passes on what it also adds. */
  OutputStream through(OutputStream stream) {
    return new DigestOutputStream(stream, digest);
  }

  /** Returns the sum of what was added, once. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
