package io.dyad.runtime.run;

import io.dyad.toolkit.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names under which checkpoints lie in a folder, and the moves between them. At every instant
 * each checkpoint is whole under one of two names:
 *
 * <ul>
 *   <li>{@code step-N};
 *   <li>{@code .step-N.old-RANDOM} while it is being replaced: it counts as long as there is no
 *       {@code step-N}.
 * </ul>
 *
 * <p>{@code .step-N.tmp-RANDOM} is half written or half deleted.
 */
final class CheckpointFolders {
  private static final Pattern NAME = Pattern.compile("step-(0|[1-9]\\d{0,17})");
  private static final Pattern ASIDE = Pattern.compile("\\.(step-(0|[1-9]\\d{0,17}))\\.old-.*");
  private static final Pattern LEFTOVER = Pattern.compile("\\.step-\\d{1,18}\\.tmp-.*");

  private final Path folder;
  private final Disk disk;

  CheckpointFolders(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  static String name(long step) {
    return "step-" + step;
  }

  /** Makes the folder around the checkpoints. */
  void create() throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.toAbsolutePath().resolveSibling("");
      Files.createDirectories(parent);
      Path made = AtomicFile.temporary(parent.resolve(folder.getFileName()));
      disk.createFolder(made);
      disk.move(made, folder);
    }
  }

  /** Returns the complete checkpoints by step. */
  NavigableMap<Long, Path> steps() {
    NavigableMap<Long, Path> steps = new TreeMap<>();
    matches(ASIDE).forEach(path -> steps.put(step(ASIDE, 2, path), path));
    matches(NAME).forEach(path -> steps.put(step(NAME, 1, path), path));
    return steps;
  }

  /** Puts back what a killed writer had set aside, and clears what it left. */
  void recover() throws IOException {
    for (Path aside : matches(ASIDE)) {
      Path target = folder.resolve(name(step(ASIDE, 2, aside)));
      if (isThere(target)) {
        deleteAll(aside);
      } else {
        disk.move(aside, target);
      }
    }
    for (Path leftover : matches(LEFTOVER)) {
      deleteAll(leftover);
    }
  }

  /** Returns a new folder for a checkpoint to be written into. */
  Path begin(long step) throws IOException {
    Path temporary = AtomicFile.temporary(folder.resolve(name(step)));
    disk.createFolder(temporary);
    return temporary;
  }

  /** Gives what was written its name; an earlier checkpoint of that name goes when it is there. */
  void commit(Path written, long step) throws IOException {
    Path target = folder.resolve(name(step));
    if (isThere(target)) {
      String random = UUID.randomUUID().toString().substring(0, 8);
      Path aside = folder.resolve(".%s.old-%s".formatted(name(step), random));
      disk.move(target, aside);
      disk.move(written, target);
      deleteAll(aside);
    } else {
      disk.move(written, target);
    }
  }

  /** Removes a checkpoint; it is none from the first instant on. */
  void remove(Path checkpoint) throws IOException {
    Path doomed = AtomicFile.temporary(checkpoint);
    disk.move(checkpoint, doomed);
    deleteAll(doomed);
  }

  void deleteAll(Path tree) throws IOException {
    if (!isThere(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        disk.delete(path);
      }
    }
  }

  private List<Path> matches(Pattern pattern) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> pattern.matcher(path.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException cause) {
      throw ReadFailure.of(folder, cause);
    }
  }

  private static long step(Pattern pattern, int group, Path path) {
    Matcher matcher = pattern.matcher(path.getFileName().toString());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(path.toString());
    }
    return Long.parseLong(matcher.group(group));
  }

  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
