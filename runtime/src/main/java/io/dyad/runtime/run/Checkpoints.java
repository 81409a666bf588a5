package io.dyad.runtime.run;

import ai.djl.ndarray.NDArray;
import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import io.dyad.toolkit.file.AtomicFile;
import io.dyad.toolkit.file.WriteFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: folders {@code step-N}, of which the last few are kept. A folder of
 * that name is complete; what a stopped process left half written has another name and is cleared
 * by the next write.
 */
public final class Checkpoints {
  private static final Pattern NAME = Pattern.compile("step-(\\d{1,18})");
  private static final Pattern LEFTOVER = Pattern.compile("\\.step-\\d{1,18}\\.tmp-.*");

  private final Path folder;
  private final int keep;

  /**
   * Creates a view of a folder of checkpoints, which need not exist yet.
   *
   * @param keep how many to keep, at least 1
   */
  public Checkpoints(Path folder, int keep) {
    if (keep < 1) {
      throw new ConfigurationException("checkpoint.keep must be 1 or more, got " + keep);
    }
    this.folder = folder;
    this.keep = keep;
  }

  /**
   * Writes a checkpoint, replacing one of the same step, and removes the oldest beyond those to
   * keep.
   *
   * @throws io.dyad.api.DyadException naming path, cause and free bytes if it cannot be written;
   *     nothing is left behind, and earlier checkpoints stay
   */
  public Checkpoint write(Map<String, NDArray> tensors, CheckpointState state) {
    Path target = folder.resolve("step-" + state.step());
    try {
      Files.createDirectories(folder);
      for (Path leftover : children(LEFTOVER.asMatchPredicate())) {
        delete(leftover);
      }
      Path temporary = Files.createDirectory(AtomicFile.temporary(target));
      try {
        Checkpoint.write(temporary, tensors, state);
        replace(temporary, target);
      } finally {
        delete(temporary);
      }
      List<Path> steps = steps();
      for (Path old : steps.subList(0, Math.max(0, steps.size() - keep))) {
        delete(old);
      }
    } catch (IOException cause) {
      throw WriteFailure.of(target, cause);
    }
    return Checkpoint.read(target);
  }

  /**
   * Returns all checkpoints, the earliest first.
   *
   * @throws DataException naming the file if the state of one is not readable
   */
  public List<Checkpoint> list() {
    return steps().stream().map(Checkpoint::read).toList();
  }

  /** Returns the checkpoint of the highest step, if there is any. */
  public Optional<Checkpoint> latest() {
    List<Path> steps = steps();
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(Checkpoint.read(steps.get(steps.size() - 1)));
  }

  /**
   * Returns a checkpoint by its name, such as {@code step-400}.
   *
   * @throws ConfigurationException if there is none; the message lists the names
   */
  public Checkpoint get(String name) {
    return steps().stream()
        .filter(path -> name(path).equals(name))
        .findFirst()
        .map(Checkpoint::read)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "there is no checkpoint \"%s\" in %s; there are %s"
                        .formatted(
                            name, folder, steps().stream().map(Checkpoints::name).toList())));
  }

  /** A folder has no atomic replacement, so the earlier one steps aside for the moment. */
  private static void replace(Path temporary, Path target) throws IOException {
    if (Files.exists(target)) {
      Path aside = AtomicFile.temporary(target);
      AtomicFile.move(target, aside);
      AtomicFile.move(temporary, target);
      delete(aside);
    } else {
      AtomicFile.move(temporary, target);
    }
  }

  private List<Path> steps() {
    List<Path> steps = children(NAME.asMatchPredicate());
    for (Path step : steps) {
      if (Files.isSymbolicLink(step)) {
        throw new DataException(
            step + " is a link that leaves the run folder; replace it by a copy");
      }
    }
    return steps.stream()
        .sorted(Comparator.comparingLong(path -> Long.parseLong(name(path).substring(5))))
        .toList();
  }

  private List<Path> children(Predicate<String> names) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> names.test(name(path))).toList();
    } catch (IOException cause) {
      throw ReadFailure.of(folder, cause);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
