package io.dyad.system.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/api-fit.md} true: ids have rows, rows have evidence, names exist. */
class ApiFitTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "api-fit.md");
  private static final Path SKETCHES =
      Path.of("src", "test", "java", "io", "dyad", "system", "sketch");
  private static final List<String> PACKAGES =
      List.of("io.dyad.api.", "io.dyad.toolkit.view.", "io.dyad.system.sketch.");
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
  private static final Pattern EVIDENCE = Pattern.compile("`golden/[\\w-]+/[\\w-]+`|`\\w+Sketch`");

  private final String page = read(PAGE);

  @Test
  void every_listed_method_has_exactly_one_row_and_every_row_is_listed() {
    assertThat(rows().keySet()).isEqualTo(ids());
    assertThat(rowLines()).hasSameSizeAs(ids());
  }

  @Test
  void every_row_names_a_reference_vector_or_a_sketch() {
    Map<String, String> without = new TreeMap<>(rows());
    without.values().removeIf(row -> EVIDENCE.matcher(row).find());
    assertThat(without.keySet()).containsExactly("solar-system");
  }

  @Test
  void every_type_and_member_named_exists() {
    Set<String> missing =
        NAME.matcher(page)
            .results()
            .filter(name -> !exists(name))
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(missing).isEmpty();
  }

  @Test
  void every_sketch_is_named() throws IOException {
    try (Stream<Path> files = Files.list(SKETCHES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith("Sketch.java"))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(page).contains("`" + name.replace(".java", "`")));
    }
  }

  private Set<String> ids() {
    String list = page.substring(page.indexOf("Ids:") + 4);
    String[] ids = list.substring(0, list.indexOf("\n\n")).strip().split("\\s+");
    return new TreeSet<>(Arrays.asList(ids));
  }

  private List<String> rowLines() {
    return page.lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
        .filter(line -> !line.startsWith("| method"))
        .toList();
  }

  private Map<String, String> rows() {
    return rowLines().stream()
        .collect(
            Collectors.toMap(
                line -> line.substring(2, line.indexOf(" |")),
                line -> line,
                (a, b) -> a,
                TreeMap::new));
  }

  private static boolean exists(MatchResult name) {
    return type(name.group(1))
        .filter(type -> name.group(2) == null || hasMember(type, name.group(2)))
        .isPresent();
  }

  private static boolean hasMember(Class<?> type, String name) {
    return Stream.of(
            Arrays.stream(type.getMethods()).map(method -> method.getName()),
            Arrays.stream(type.getFields()).map(field -> field.getName()),
            Arrays.stream(type.getDeclaredClasses()).map(Class::getSimpleName))
        .flatMap(names -> names)
        .anyMatch(name::equals);
  }

  private static Optional<Class<?>> type(String name) {
    for (String prefix : PACKAGES) {
      try {
        return Optional.of(Class.forName(prefix + name, false, ApiFitTest.class.getClassLoader()));
      } catch (ClassNotFoundException e) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
