package io.dyad.graph.source;

import io.dyad.api.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The mistakes found in a file; a file is read on after one, until there are ten. */
final class Mistakes {
  private static final int MOST = 10;

  private final Path file;
  private final List<String> found = new ArrayList<>();

  Mistakes(Path file) {
    this.file = file;
  }

  /** Adds a mistake of the file as a whole. */
  void add(String what) {
    note(file + ": " + what);
  }

  /** Adds a mistake of a line, the first being 1. */
  void add(long line, String what) {
    note(file + ":" + line + " " + what);
  }

  private void note(String mistake) {
    found.add(mistake);
    if (found.size() == MOST) {
      throw new DataException(
          String.join("\n", found) + "\nnot read further after %d mistakes".formatted(MOST));
    }
  }

  /** Throws if there is a mistake. */
  void check() {
    if (!found.isEmpty()) {
      throw new DataException(String.join("\n", found));
    }
  }
}
