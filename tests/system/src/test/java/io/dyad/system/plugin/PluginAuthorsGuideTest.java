package io.dyad.system.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule of the guide names tests that are there. */
class PluginAuthorsGuideTest {
  private static final Path ROOT = Path.of(System.getProperty("dyad.root", "../..")).normalize();
  private static final Pattern RULE = Pattern.compile("(?m)^\\| \\d+ \\| .* \\| (.*) \\|$");
  private static final Pattern CHECK = Pattern.compile("`(\\w+)\\.([a-z0-9_]+)`");

  @Test
  void every_rule_names_a_test() throws IOException {
    assertThat(rules()).hasSizeGreaterThan(9).allMatch(tests -> CHECK.matcher(tests).find());
  }

  @Test
  void every_test_that_a_rule_names_is_there() throws IOException {
    assertThat(missing(String.join("\n", rules()))).isEmpty();
  }

  @Test
  void a_test_that_is_not_there_is_noticed() throws IOException {
    assertThat(missing("`PluginsTest.no_such_test`, `WarmStartLossTest.no_such_test`, `No.test`"))
        .containsExactly("No.test", "PluginsTest.no_such_test", "WarmStartLossTest.no_such_test");
  }

  private static List<String> rules() throws IOException {
    String guide = Files.readString(ROOT.resolve("docs/plugin-authors.md"));
    return RULE.matcher(guide).results().map(rule -> rule.group(1)).toList();
  }

  private static Set<String> missing(String tests) throws IOException {
    Set<String> missing = new TreeSet<>();
    for (var check : CHECK.matcher(tests).results().toList()) {
      Pattern method = Pattern.compile(" " + check.group(2) + "\\([\\w<>, ]*\\)[\\w ]*\\{");
      boolean there = false;
      for (Path source : sources(check.group(1).replaceFirst("^WarmStartLoss", ""))) {
        there |= method.matcher(Files.readString(source)).find();
      }
      if (!there) {
        missing.add(check.group(1) + "." + check.group(2));
      }
    }
    return missing;
  }

  /** Sources of a class of that name, or the template from which {@code new-plugin} makes it. */
  private static List<Path> sources(String type) throws IOException {
    Set<String> names = Set.of(type + ".java", "Loss" + type + ".java");
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("src"))
          .filter(file -> !file.toString().contains("target"))
          .filter(file -> names.contains(file.getFileName().toString()))
          .toList();
    }
  }
}
