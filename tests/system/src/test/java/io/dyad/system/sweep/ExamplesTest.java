package io.dyad.system.sweep;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dyad.api.ConfigurationException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.sweep.SweepFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example is understood, all runs of a sweep too; no engine is started for that. */
class ExamplesTest {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("dyad.root"), "examples").normalize();
  private static final Plugins PLUGINS = Plugins.load(ExamplesTest.class.getClassLoader());

  /** Of those that train on pictures of the user's; what they are is not looked at. */
  private static final List<String> PICTURES = List.of("data.path=pictures.npz");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".conf"))
          .map(EXAMPLES::relativize)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_binds(Path example) throws IOException {
    String file = EXAMPLES.resolve(example).toString();
    assertThatCode(() -> load(file, settings(file))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_published_setting_says_that_it_was_not_run(Path example) throws IOException {
    if (example.startsWith("published")) {
      String comment =
          Files.readAllLines(EXAMPLES.resolve(example)).stream()
              .takeWhile(line -> line.startsWith("#"))
              .map(line -> line.substring(1).strip())
              .collect(joining(" "));
      assertThat(comment).startsWith("Published settings").contains("not run here");
    }
  }

  private static void load(String file, List<String> settings) throws IOException {
    if (Files.readString(Path.of(file)).contains("sweep {")) {
      assertThat(SweepFile.load(file, settings, PLUGINS).runs()).isNotEmpty();
    } else {
      ExperimentFile.load(file, settings, PLUGINS);
    }
  }

  private static List<String> settings(String file) throws IOException {
    try {
      load(file, List.of());
      return List.of();
    } catch (ConfigurationException incomplete) {
      return String.valueOf(incomplete.getMessage()).contains("data.path is missing")
          ? PICTURES
          : List.of();
    }
  }
}
