package io.dyad.system.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.api.Experimental;
import io.dyad.api.Stable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Public types of API and toolkit say how stable they are and since when. */
class ApiSurfaceTest {
  private static final List<Path> ROOTS =
      List.of(
          Path.of("..", "..", "api", "spi", "src", "main", "java"),
          Path.of("..", "..", "api", "toolkit", "src", "main", "java"));
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public (?:[a-z]+ )*?(?:class|interface|record|enum|@interface) ");

  static Stream<Path> publicTypes() {
    return sources()
        .filter(file -> !file.endsWith("package-info.java"))
        .filter(file -> PUBLIC_TYPE.matcher(read(file)).find());
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void a_public_type_carries_its_stability(Path file) throws ClassNotFoundException {
    Class<?> type = Class.forName(className(file), false, getClass().getClassLoader());
    assertThat(
            type.isAnnotationPresent(Stable.class) ^ type.isAnnotationPresent(Experimental.class))
        .as("%s is either stable or experimental", type.getName())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void a_public_type_says_since_when(Path file) {
    String source = read(file);
    int declared = PUBLIC_TYPE.matcher(source).results().findFirst().orElseThrow().start();
    String before = source.substring(0, declared);
    assertThat(before.substring(Math.max(before.lastIndexOf("/**"), 0))).contains("@since ");
  }

  @Test
  void every_package_says_what_it_is_for() {
    assertThat(sources().map(Path::getParent).distinct())
        .isNotEmpty()
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }

  @Test
  void the_search_finds_the_types_it_should() {
    assertThat(publicTypes().map(file -> file.getFileName().toString()))
        .contains("Loss.java", "Stable.java", "TensorView.java")
        .doesNotContain("StateCopy.java");
  }

  private static Stream<Path> sources() {
    return ROOTS.stream().flatMap(ApiSurfaceTest::walk);
  }

  private static Stream<Path> walk(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String className(Path file) {
    Path root = ROOTS.stream().filter(file::startsWith).findFirst().orElseThrow();
    String path = root.relativize(file).toString();
    return path.substring(0, path.length() - ".java".length()).replace(File.separatorChar, '.');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
