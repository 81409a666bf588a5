package io.dyad.vision.source;

import io.dyad.api.DataException;
import io.dyad.api.Setup;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the paths that options name before anything is read. */
final class DataPath {
  private DataPath() {}

  /**
   * Returns the path of a file or folder that is there.
   *
   * @param option the option below the part's own place, such as {@code path}
   * @throws DataException naming path and option
   */
  static Path existing(Path path, String option, Setup setup) {
    if (!Files.exists(path)) {
      throw new DataException(
          "%s.%s: there is no %s; put the data there or name another place"
              .formatted(setup.name(), option, path.toAbsolutePath()));
    }
    return path;
  }
}
