package io.dyad.system.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MethodsPageIT {
  @Test
  void the_page_of_methods_is_what_the_command_writes() throws IOException {
    Path page = Path.of(System.getProperty("dyad.root"), "docs/methods.md");

    Command written = Command.run("plugins", "methods");

    assertThat(written.exitCode()).as(written.errors()).isZero();
    assertThat(written.output())
        .as("tests/system/methods.sh writes it anew")
        .isEqualToNormalizingNewlines(Files.readString(page));
  }

  @Test
  void the_listing_says_where_a_method_is_from_and_what_it_passes() {
    Command listed = Command.run("plugins", "list");

    assertThat(listed.output())
        .containsPattern(
            "preset +simclr .*; Chen et al. 2020, arXiv 2002.05709; vectors 4/4; small check ");
    assertThat(listed.output().lines().filter(line -> line.contains(" fashion ")))
        .as("what includes a method is not another one")
        .noneMatch(line -> line.contains("vectors"));
  }
}
