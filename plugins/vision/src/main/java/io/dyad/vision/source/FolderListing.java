package io.dyad.vision.source;

import io.dyad.api.Data;
import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The image files of a folder by split, in the order of their names. Classes are numbered in the
 * order of their names, over all splits.
 */
record FolderListing(List<String> classes, Map<String, List<ImageFile>> splits) {
  /** Lists {@code train/CLASS} and {@code test/CLASS}, or {@code CLASS} and divides each class. */
  static FolderListing of(Path folder, double testFraction) {
    Path train = folder.resolve("train");
    Path test = folder.resolve("test");
    Map<String, List<ImageFile>> splits = new LinkedHashMap<>();
    List<String> classes;
    if (Files.isDirectory(train)) {
      TreeSet<String> names = new TreeSet<>(names(train));
      if (Files.isDirectory(test)) {
        names.addAll(names(test));
      }
      classes = List.copyOf(names);
      splits.put(Data.TRAIN, files(train, classes));
      if (Files.isDirectory(test)) {
        splits.put(Data.TEST, files(test, classes));
      }
    } else {
      classes = names(folder);
      divide(files(folder, classes), testFraction, splits);
    }
    return new FolderListing(classes, splits);
  }

  /** Takes test files evenly from each class, so that the split never changes. */
  private static void divide(
      List<ImageFile> files, double testFraction, Map<String, List<ImageFile>> splits) {
    List<ImageFile> train = new ArrayList<>();
    List<ImageFile> test = new ArrayList<>();
    Map<Integer, Integer> seen = new LinkedHashMap<>();
    for (ImageFile file : files) {
      int count = seen.merge(file.label(), 1, Integer::sum);
      boolean kept =
          Math.floor(count * testFraction + 1e-9) > Math.floor((count - 1) * testFraction + 1e-9);
      (kept ? test : train).add(file);
    }
    splits.put(Data.TRAIN, train);
    if (!test.isEmpty()) {
      splits.put(Data.TEST, test);
    }
  }

  private static List<String> names(Path folder) {
    return list(folder, Files::isDirectory).stream()
        .map(path -> path.getFileName().toString())
        .toList();
  }

  private static List<ImageFile> files(Path folder, List<String> classes) {
    List<ImageFile> files = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      Path of = folder.resolve(classes.get(label));
      if (Files.isDirectory(of)) {
        for (Path path : list(of, FolderListing::isImage)) {
          files.add(new ImageFile(path, label));
        }
      }
    }
    return files;
  }

  private static boolean isImage(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException cause) {
      throw new DataException(folder + ": not readable: " + cause.getMessage(), cause);
    }
  }
}
