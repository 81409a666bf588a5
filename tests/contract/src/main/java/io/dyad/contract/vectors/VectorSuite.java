package io.dyad.contract.vectors;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.types.DataType;
import io.dyad.contract.harness.Harness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * The reference vectors of a folder as tests, one a file, and one more in float32 where the file
 * tells a {@code loss}:
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
  private final Set<String> doubleOnly;
  private int passed;
  private int failed;
  private int passedInSingle;
  private int failedInSingle;
  private int withoutAdapter;

  /** Creates a suite; the first adapter that accepts a case runs it. */
  public VectorSuite(List<VectorAdapter> adapters) {
    this(adapters, Set.of());
  }

  private VectorSuite(List<VectorAdapter> adapters, Set<String> doubleOnly) {
    this.adapters = List.copyOf(adapters);
    this.doubleOnly = doubleOnly;
  }

  /**
   * Returns a suite that does not run some cases in float32, because their numbers are beyond its
   * range or resolution.
   *
   * @param cases such as {@code simclr/two-samples-sharp}
   */
  public VectorSuite doubleOnly(String... cases) {
    return new VectorSuite(adapters, Set.of(cases));
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
   * paths, followed by its test in float32 if it has one.
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
        .flatMap(
            file -> {
              String name = folder.relativize(file).toString();
              DynamicTest test = dynamicTest(name, file.toUri(), () -> run(file));
              return runsInSingle(file)
                  ? Stream.of(
                      test,
                      dynamicTest(name + " in float32", file.toUri(), () -> runInSingle(file)))
                  : Stream.of(test);
            });
  }

  /**
   * Returns {@code vectors: N passed, M failed, K without an adapter}, and if there were any, how
   * many in float32.
   */
  public String summary() {
    String all =
        String.format(
            "vectors: %d passed, %d failed, %d without an adapter", passed, failed, withoutAdapter);
    return passedInSingle + failedInSingle == 0
        ? all
        : all + String.format("; in float32: %d passed, %d failed", passedInSingle, failedInSingle);
  }

  /** A file that cannot be read is the business of its first test. */
  private boolean runsInSingle(Path file) {
    try {
      VectorCase vector = VectorCase.read(file);
      return vector.outputs().containsKey("loss")
          && !doubleOnly.contains(vector.toString())
          && adapters.stream().anyMatch(adapter -> adapter.accepts(vector));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void runInSingle(Path file) {
    try {
      fail(file, differences(VectorCase.read(file), DataType.FLOAT32).orElseThrow());
      passedInSingle++;
    } catch (RuntimeException | Error e) {
      failedInSingle++;
      throw e;
    }
  }

  private static void fail(Path file, List<String> differences) {
    if (!differences.isEmpty()) {
      throw new AssertionError(file + "\n  " + String.join("\n  ", differences));
    }
  }

  private void run(Path file) {
    try {
      Optional<List<String>> differences = differences(VectorCase.read(file), DataType.FLOAT64);
      if (differences.isPresent()) {
        fail(file, differences.get());
        passed++;
        return;
      }
    } catch (RuntimeException | Error e) {
      failed++;
      throw e;
    }
    withoutAdapter++;
    throw new TestAbortedException("no adapter runs " + file.getFileName());
  }

  /** Returns nothing if no adapter runs the case. */
  private Optional<List<String>> differences(VectorCase vector, DataType type) {
    Optional<VectorAdapter> adapter =
        adapters.stream().filter(candidate -> candidate.accepts(vector)).findFirst();
    return adapter.map(
        runs -> {
          try (Harness harness = new Harness(type)) {
            return Comparison.of(vector, runs.run(vector, harness), type);
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
