package io.dyad.system.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dyad.runtime.method.RecordedResults;
import io.dyad.runtime.method.RecordedVectors;
import io.dyad.runtime.run.Json;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Counts which reference vectors pass in float64, by method, so that listings can say so. {@code
 * -Ddyad.record=FILE} (relative to where Maven was started) writes the counts; otherwise those of
 * the project's own vectors must be the recorded ones.
 */
public final class VectorRecord {
  private static final String FILE = System.getProperty("dyad.record", "");

  private final Map<String, RecordedVectors.Tally> methods = new TreeMap<>();

  /** Returns the tests, counted, with one more at the end that looks at the counts. */
  public Stream<DynamicTest> count(Stream<DynamicTest> tests) {
    return Stream.concat(tests.map(this::counted), last());
  }

  private DynamicTest counted(DynamicTest test) {
    String name = test.getDisplayName().replace('\\', '/');
    if (!name.endsWith(".json") || !name.contains("/")) {
      return test;
    }
    String method = name.substring(0, name.indexOf('/'));
    Executable counted =
        () -> {
          add(method, 0, 1);
          test.getExecutable().execute();
          add(method, 1, 0);
        };
    return test.getTestSourceUri()
        .map(file -> dynamicTest(test.getDisplayName(), file, counted))
        .orElseGet(() -> dynamicTest(test.getDisplayName(), counted));
  }

  private void add(String method, int passed, int cases) {
    RecordedVectors.Tally before = methods.getOrDefault(method, new RecordedVectors.Tally(0, 0));
    methods.put(
        method, new RecordedVectors.Tally(before.passed() + passed, before.cases() + cases));
  }

  private Stream<DynamicTest> last() {
    if (!FILE.isEmpty()) {
      Path file = Path.of(System.getProperty("dyad.started-in", "")).resolve(FILE);
      return Stream.of(
          dynamicTest("recorded", () -> Json.write(file, new RecordedVectors(methods))));
    }
    return System.getProperty("dyad.golden", "").isEmpty()
        ? Stream.of(dynamicTest("the recorded counts are these", this::compare))
        : Stream.empty();
  }

  private void compare() {
    assertThat(RecordedResults.of(VectorRecord.class.getClassLoader()).vectors())
        .as("tests/system/methods.sh records them anew")
        .isEqualTo(methods);
  }
}
