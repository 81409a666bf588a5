package io.dyad.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.launcher.Maven;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build of a copy of the API fails when a released signature is broken. */
class ApiGateIT {
  private static final Path ROOT = Path.of(System.getProperty("dyad.root"));

  @TempDir private Path copy;

  @Test
  void a_changed_signature_stops_the_build_and_is_named() throws Exception {
    change("Loss", "evaluate(Encoded encoded", "evaluate(Batch batch, Encoded encoded");

    Maven.Outcome build = verify();

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.output())
        .contains("incompatib", "io.dyad.api.Loss.evaluate")
        .doesNotContain("COMPILATION ERROR");
  }

  @Test
  void a_new_method_that_authors_would_have_to_write_stops_the_build() throws Exception {
    change("Encoder", "\n}", "\n  /** New. */\n  int more();\n}");

    Maven.Outcome build = verify();

    assertThat(build.exitCode()).isNotZero();
    assertThat(build.output()).contains("io.dyad.api.Encoder.more()");
  }

  @Test
  void a_new_method_with_a_default_and_a_change_of_what_is_experimental_pass() throws Exception {
    change("Encoder", "\n}", "\n  /** New. */\n  default int more() {\n    return 0;\n  }\n}");
    change("Procedure", "Stage first();", "Stage first(long seed);");

    assertThat(verify()).matches(build -> build.exitCode() == 0, "passes");
  }

  private void change(String type, String from, String to) throws IOException {
    if (!Files.exists(copy.resolve("api"))) {
      for (String part : new String[] {"pom.xml", ".mvn", "api/baseline", "api/spi"}) {
        copy(part);
      }
    }
    Path file = copy.resolve("api/spi/src/main/java/io/dyad/api/" + type + ".java");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private void copy(String part) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !ROOT.relativize(file).startsWith("api/spi/target"))
          .forEach(
              file -> {
                Path target = copy.resolve(ROOT.relativize(file).toString());
                try {
                  Files.createDirectories(target.getParent());
                  Files.copy(file, target);
                } catch (IOException failure) {
                  throw new UncheckedIOException(failure);
                }
              });
    }
  }

  private Maven.Outcome verify() throws IOException, InterruptedException {
    return Maven.run(
        copy, "-q", "verify", "-DskipTests", "-Dspotless.check.skip", "-f", "api/spi/pom.xml");
  }
}
