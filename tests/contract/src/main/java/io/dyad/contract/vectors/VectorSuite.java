package io.dyad.contract.vectors;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dyad.contract.harness.Harness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * The reference vectors of a folder as tests, one a file:
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicTest&gt; cases() {
 *   return new VectorSuite(List.of(LossVectors.of("warm-start", new WarmStartLossProvider())))
 *       .tests(VectorSuite.folder(getClass(), "/vectors"));
 * }
 * </pre>
 */
public final class VectorSuite {
  private final List<VectorAdapter> adapters;
  private int passed;
  private int failed;
  private int withoutAdapter;

  /** Creates a suite; the first adapter that accepts a case runs it. */
  public VectorSuite(List<VectorAdapter> adapters) {
    this.adapters = List.copyOf(adapters);
  }

  /**
   * Returns the folder that {@code -Ddyad.golden=DIR} names, relative to {@code dyad.started-in}
   * where that is set; else a folder of the test's resources.
   *
   * @throws IllegalArgumentException if the test has no such resource
   */
  public static Path folder(Class<?> test, String resource) {
    String given = System.getProperty("dyad.golden", "");
    if (!given.isEmpty()) {
      return Path.of(System.getProperty("dyad.started-in", "")).resolve(given);
    }
    URL found = test.getResource(resource);
    if (found == null) {
      throw new IllegalArgumentException(test.getName() + " has no resource " + resource);
    }
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(resource + " is not a folder: " + found, e);
    }
  }

  /**
   * Returns a test for each JSON file in the folder and its subfolders, in the order of their
   * paths.
   *
   * @throws IllegalArgumentException if the folder is not there or has no such file
   */
  public Stream<DynamicTest> tests(Path folder) {
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          folder.toAbsolutePath() + " holds no reference vectors (files ending in .json)");
    }
    return files.stream()
        .map(
            file -> dynamicTest(folder.relativize(file).toString(), file.toUri(), () -> run(file)));
  }

  /** Returns {@code vectors: N passed, M failed, K without an adapter}. */
  public String summary() {
    return String.format(
        "vectors: %d passed, %d failed, %d without an adapter", passed, failed, withoutAdapter);
  }

  private void run(Path file) {
    Optional<List<String>> differences;
    try {
      differences = differences(VectorCase.read(file));
    } catch (RuntimeException | Error e) {
      failed++;
      throw e;
    }
    if (differences.isEmpty()) {
      withoutAdapter++;
      throw new TestAbortedException("no adapter runs " + file.getFileName());
    }
    if (!differences.get().isEmpty()) {
      failed++;
      throw new AssertionError(file + "\n  " + String.join("\n  ", differences.get()));
    }
    passed++;
  }

  /** Returns nothing if no adapter runs the case. */
  private Optional<List<String>> differences(VectorCase vector) {
    Optional<VectorAdapter> adapter =
        adapters.stream().filter(candidate -> candidate.accepts(vector)).findFirst();
    return adapter.map(
        runs -> {
          try (Harness harness = new Harness()) {
            return Comparison.of(vector, runs.run(vector, harness));
          }
        });
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder.toAbsolutePath() + " is not a folder");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
