package io.dyad.system.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class DistributionIT {

  private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");

  private final Path home = Launcher.ofTheBuild().home();

  @Test
  void plugins_holds_the_plugins_and_lib_the_rest() throws IOException {
    assertThat(artifacts("plugins"))
        .contains("dyad-contrast", "dyad-vision", "dyad-medical", "dyad-graph");
    assertThat(artifacts("plugins")).allMatch(name -> name.startsWith("dyad-"));
    assertThat(artifacts("lib"))
        .contains("dyad-api", "dyad-toolkit", "dyad-runtime", "pytorch-engine", "guice")
        .doesNotContain("dyad-contract", "junit-jupiter", "assertj-core");
  }

  @Test
  void no_library_is_there_twice() throws IOException {
    assertThat(Stream.concat(artifacts("lib").stream(), artifacts("plugins").stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void every_library_is_named_with_its_licence() throws IOException {
    String page = Files.readString(home.resolve("docs/dependencies.md"));

    assertThat(artifacts("lib"))
        .filteredOn(name -> !name.startsWith("dyad-"))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void licences_come_along() {
    assertThat(List.of("LICENSE", "NOTICE", "docs/licences/fashion-mnist.txt"))
        .allSatisfy(name -> assertThat(home.resolve(name)).isNotEmptyFile());
  }

  @Test
  void the_zip_holds_the_same_files() throws IOException {
    Path archive = home.resolveSibling(home.getFileName() + ".zip");
    try (ZipFile zip = new ZipFile(archive.toFile());
        Stream<Path> files = Files.walk(home)) {
      Path above = home.resolveSibling("");
      assertThat(zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> above.relativize(file).toString().replace('\\', '/'))
                  .toList());
    }
  }

  private List<String> artifacts(String folder) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(folder))) {
      return files
          .map(file -> VERSION.matcher(file.getFileName().toString()).replaceFirst(""))
          .toList();
    }
  }
}
