package io.dyad.system.trial;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** An experiment of the resources. */
public enum Trial {
  /** Negatives from a bank of earlier keys. */
  QUEUE,
  /** Keys from a momentum twin. */
  TWIN,
  /** The encoder and its projector in turn, by two optimisers. */
  ALTERNATING,
  /** Rounds of training with pruning and a rewind between them. */
  MASKS,
  /** All of these but masks, for longer. */
  EVERYTHING;

  /** Returns the file of the experiment. */
  public Path file() {
    String name = "/trial/" + name().toLowerCase(Locale.ROOT) + ".conf";
    URL found = Objects.requireNonNull(Trial.class.getResource(name), name);
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** Returns what a process of its own must add to its class path for the parts of the trials. */
  public static Path classPath() {
    return Objects.requireNonNull(Objects.requireNonNull(QUEUE.file().getParent()).getParent());
  }
}
