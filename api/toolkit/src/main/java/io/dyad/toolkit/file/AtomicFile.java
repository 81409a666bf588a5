package io.dyad.toolkit.file;

import io.dyad.api.Stable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is there whole or not at all: it is written beside its place as {@code
 * .NAME.tmp-RANDOM}, synced to the disk and moved. A failure leaves an earlier file of that name as
 * it was, and nothing of the new one.
 *
 * @since 0.1
 */
@Stable
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes what a file holds.
   *
   * @since 0.1
   */
  @Stable
  @FunctionalInterface
  public interface Content {
    /** Writes everything; the stream is buffered, and closed by the caller. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Creates a file, for libraries that open files by themselves.
   *
   * @since 0.1
   */
  @Stable
  @FunctionalInterface
  public interface FileContent {
    /** Creates and closes the file at a path where there is none yet. */
    void writeTo(Path temporary) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws io.dyad.api.DyadException naming path, cause and free bytes: see {@link WriteFailure}
   */
  public static void write(Path target, Content content) {
    writeFile(
        target,
        temporary -> {
          try (OutputStream stream =
              new BufferedOutputStream(
                  Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW), 1 << 16)) {
            content.writeTo(stream);
          }
        });
  }

  /**
   * Writes a file that a library creates.
   *
   * @throws io.dyad.api.DyadException naming path, cause and free bytes: see {@link WriteFailure}
   */
  public static void writeFile(Path target, FileContent content) {
    Path temporary = temporary(target);
    try {
      content.writeTo(temporary);
      sync(temporary);
      move(temporary, target);
    } catch (IOException cause) {
      throw WriteFailure.of(target, cause);
    } finally {
      clear(temporary);
    }
  }

  /** Returns an unused path beside a target, hidden, for what is to be moved there. */
  public static Path temporary(Path target) {
    String random = UUID.randomUUID().toString().substring(0, 8);
    return target.resolveSibling("." + target.getFileName() + ".tmp-" + random);
  }

  /**
   * Moves a synced file, or a folder of synced files, to its place in one step and syncs the folder
   * around it. A file already there is replaced.
   */
  public static void move(Path temporary, Path target) throws IOException {
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(target.toAbsolutePath().resolveSibling(""));
  }

  private static void clear(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException lesser) {
      // The failure that led here, which is on its way to the caller, says more.
      return;
    }
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // Windows cannot open folders; there the move is already durable.
      return;
    }
  }
}
