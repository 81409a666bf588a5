package io.dyad.vision.source;

import ai.djl.ndarray.types.Shape;
import io.dyad.api.DataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one split.
 *
 * @param name of the split
 * @param files in the order of ids
 * @param first the first that can be read
 * @param sample channels, height and width of that one, and so of all
 */
record FolderSplit(String name, List<ImageFile> files, ImageFile first, Shape sample) {
  private static final int NAMED_FILES = 5;

  /**
   * Reads as many files as it takes to know the size of an image.
   *
   * @throws DataException if none can be read
   */
  static FolderSplit of(String name, List<ImageFile> files, FolderDecoder decoder) {
    List<String> problems = new ArrayList<>();
    for (ImageFile file : files) {
      try {
        return new FolderSplit(name, files, file, decoder.decode(file.path()).shape());
      } catch (IOException broken) {
        problems.add(problem(file, String.valueOf(broken.getMessage())));
      }
    }
    throw new DataException(
        "none of the %d files of split \"%s\" can be read; the first: %s"
            .formatted(files.size(), name, firstOf(problems)));
  }

  static String problem(ImageFile file, String reason) {
    return file.path() + " (" + reason + ")";
  }

  static String firstOf(List<String> problems) {
    return String.join(", ", problems.subList(0, Math.min(NAMED_FILES, problems.size())));
  }

  /** Returns what all images take when they are decoded. */
  long bytes() {
    return files.size() * sample.size();
  }

  long[] labels() {
    return files.stream().mapToLong(ImageFile::label).toArray();
  }
}
