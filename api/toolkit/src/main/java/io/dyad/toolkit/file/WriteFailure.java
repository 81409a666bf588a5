package io.dyad.toolkit.file;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.api.DyadException;
import io.dyad.api.Stable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in a user's words why a path could not be written.
 *
 * @since 0.1
 */
@Stable
public final class WriteFailure {
  private WriteFailure() {}

  /**
   * Returns the failure to throw: it names the path, the cause and the bytes free on its disk.
   *
   * @param path what was to be written
   * @return a {@link ConfigurationException} where the place is not writable for this user, else a
   *     {@link DataException}
   */
  public static DyadException of(Path path, IOException cause) {
    String free = free(path);
    Optional<String> refusal = refusal(path, cause);
    if (refusal.isPresent()) {
      return new ConfigurationException(
          "cannot write %s: %s (%s); choose another folder or change its permissions"
              .formatted(path, refusal.get(), free),
          cause);
    }
    if (full(cause)) {
      return new DataException(
          "cannot write %s: the disk is full (%s); make room or choose another folder"
              .formatted(path, free),
          cause);
    }
    return new DataException(
        "cannot write %s: %s (%s); choose another folder".formatted(path, reason(cause), free),
        cause);
  }

  /** Returns why the place takes nothing from this user, where that is the cause. */
  private static Optional<String> refusal(Path path, IOException cause) {
    if (denied(cause)) {
      return Optional.of(reason(cause));
    }
    Path folder = parent(path);
    if (Files.isRegularFile(folder)) {
      return Optional.of(folder + " is a file, not a folder");
    }
    if (cause instanceof NoSuchFileException missing
        && Files.isDirectory(parent(Path.of(missing.getFile())))) {
      return Optional.of(parent(Path.of(missing.getFile())) + " takes nothing new");
    }
    return Optional.empty();
  }

  private static Path parent(Path path) {
    return path.toAbsolutePath().resolveSibling("").normalize();
  }

  private static boolean denied(IOException cause) {
    return cause instanceof AccessDeniedException
        || said(cause, "read-only", "permission denied", "not permitted", "not a directory");
  }

  private static boolean full(IOException cause) {
    return said(cause, "no space left", "not enough space", "quota exceeded");
  }

  /** The JDK has no type for these causes; the words are those of Linux, macOS and Windows. */
  private static boolean said(IOException cause, String... words) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (message.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    String message =
        cause instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String free(Path path) {
    Path place = path.toAbsolutePath();
    while (!Files.exists(place)) {
      @Nullable Path parent = place.getParent();
      if (parent == null) {
        return "free bytes unknown";
      }
      place = parent;
    }
    try {
      return Files.getFileStore(place).getUsableSpace() + " bytes free";
    } catch (IOException unknown) {
      return "free bytes unknown";
    }
  }
}
