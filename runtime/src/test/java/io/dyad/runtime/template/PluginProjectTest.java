package io.dyad.runtime.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginProjectTest {
  @TempDir Path folder;

  private final PluginProject project = new PluginProject(names("warm-start"));

  @Test
  void no_place_is_left_to_fill_in_but_that_of_maven() {
    assertThat(project.files().values()).noneMatch(text -> text.contains("$$"));
    assertThat(project.files().get("pom.xml"))
        .doesNotContain("-version}")
        .contains("${dyad.version}");
    assertThat(project.files().get("pom.xml")).containsPattern("<dyad.version>\\d+\\.\\d+");
    assertThat(project.files().get("pom.xml")).containsPattern("<Dyad-Api>\\[\\d+\\.\\d+,");
  }

  @Test
  void a_folder_that_is_empty_or_not_there_is_written_whole() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    project.write(empty);
    project.write(folder.resolve("deep/below"));
    for (Path written : new Path[] {empty, folder.resolve("deep/below")}) {
      assertThat(project.files().keySet())
          .allSatisfy(file -> assertThat(written.resolve(file)).isNotEmptyFile());
    }
    assertThat(children()).containsExactlyInAnyOrder("empty", "deep");
  }

  @Test
  void what_is_there_already_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("file"), "mine");
    assertThatThrownBy(() -> project.write(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("is not empty", "--dir");
    assertThatThrownBy(() -> project.write(folder.resolve("file")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("is a file", "--dir");
    assertThat(children()).containsExactly("file");
  }

  @Test
  void a_place_that_cannot_be_written_is_named_and_nothing_remains() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    assertThatThrownBy(() -> project.write(file.resolve("below")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("cannot write " + file.resolve("below"), "choose another folder");
    assertThat(children()).containsExactly("file");
  }

  @ParameterizedTest
  @CsvSource({
    "warm-start, WarmStart, com.example.warmstart",
    "warm-start-loss, WarmStart, com.example.warmstartloss",
    "loss, Loss, com.example.loss",
    "moco-3, Moco3, com.example.moco3"
  })
  void classes_and_package_follow_from_the_name(String name, String type, String packageName) {
    assertThat(names(name).type()).isEqualTo(type);
    assertThat(names(name).packageName()).isEqualTo(packageName);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WarmStart", "warm_start", "Warm Start", "-warm-start-"})
  void a_name_that_is_no_kebab_is_refused_with_what_was_probably_meant(String name) {
    assertThatThrownBy(() -> names(name))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(name, "try \"warm-start\"");
  }

  @Test
  void groups_and_packages_that_java_does_not_have_are_refused() {
    assertThatThrownBy(() -> names("new")).hasMessageContainingAll("com.example.new", "--package");
    assertThatThrownBy(() -> PluginNames.of("x", "com..acme", Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("--group com..acme");
  }

  @Test
  void a_place_without_a_value_is_a_mistake_of_the_template() {
    assertThat(new Template("${a} $${b}").fill(Map.of("a", "$1"))).isEqualTo("$1 ${b}");
    assertThatThrownBy(() -> new Template("${b}").fill(Map.of("a", "1")))
        .hasMessageContainingAll("${b}", "[a]");
  }

  private static PluginNames names(String name) {
    return PluginNames.of(name, "com.example", Optional.empty());
  }

  private List<String> children() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
