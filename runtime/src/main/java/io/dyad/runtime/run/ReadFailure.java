package io.dyad.runtime.run;

import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Says in a user's words why a path could not be read. */
final class ReadFailure {
  private ReadFailure() {}

  static DataException of(Path path, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return new DataException("there is no " + path, cause);
    }
    String reason =
        cause instanceof AccessDeniedException
            ? "permission denied"
            : Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    return new DataException("cannot read %s: %s".formatted(path, reason), cause);
  }
}
