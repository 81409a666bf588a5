package io.dyad.system.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.launcher.Launcher;
import io.dyad.system.launcher.Maven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The loss of the README, as a project outside this build that depends on the API (with its
 * toolkit) and the contract kit alone.
 */
class ReadmePluginIT {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("(?:class|record) (\\w+)");
  private static final String HEAD =
      """
      package com.acme;
      import ai.djl.ndarray.NDArray;
      import io.dyad.api.*;
      import io.dyad.toolkit.kernel.Scalars;
      import java.util.*;
      """;
  private static final String TEST_HEAD = HEAD + "import io.dyad.contract.*;\n";

  private final Launcher dyad = Launcher.ofTheBuild();

  @TempDir private Path folder = Path.of("");

  @Test
  void the_loss_of_the_readme_passes_the_contract_kit_and_trains()
      throws IOException, InterruptedException {
    Path project = project();
    Maven.Outcome built = OfflineMaven.in(folder).run(project, "verify");
    assertThat(built.exitCode()).as(built.output()).isZero();
    assertThat(built.output())
        .containsPattern(
            "Tests run: [23]\\d, Failures: 0, .* -- in com.acme.AlignmentContractTest");

    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    String jar = "alignment-0.1.0-SNAPSHOT.jar";
    Files.copy(project.resolve("target").resolve(jar), plugins.resolve(jar));
    Launcher.Outcome trained =
        dyad.run(
            folder,
            Map.of(),
            "--plugin-path",
            "plugins",
            "train",
            "simclr",
            "--set",
            "loss=alignment",
            "--set",
            "train.epochs=1");
    assertThat(trained.exitCode()).as(trained.errors()).isZero();
    assertThat(trained.output()).contains("linear-probe.top1", "run folder: ");
  }

  /** Returns what new-plugin writes, with the README's sources in place of its own. */
  private Path project() throws IOException, InterruptedException {
    Launcher.Outcome written =
        dyad.run(folder, Map.of(), "new-plugin", "alignment", "--package", "com.acme");
    assertThat(written.exitCode()).as(written.errors()).isZero();
    Path project = folder.resolve("alignment");
    for (String own : List.of("src/main/java", "src/test", "src/main/resources/presets")) {
      delete(project.resolve(own));
    }
    Path services = project.resolve("src/main/resources/META-INF/services");
    Files.writeString(services.resolve("io.dyad.api.LossProvider"), "com.acme.AlignmentProvider");
    String readme = Files.readString(Path.of(System.getProperty("dyad.root"), "README.md"));
    for (Matcher block = JAVA.matcher(readme); block.find(); ) {
      write(block.group(1), project);
    }
    return project;
  }

  private static void write(String source, Path project) throws IOException {
    Matcher name = NAME.matcher(source);
    assertThat(name.find()).as(source).isTrue();
    boolean test = name.group(1).endsWith("Test");
    Path place = project.resolve(test ? "src/test/java/com/acme" : "src/main/java/com/acme");
    Files.createDirectories(place);
    Files.writeString(place.resolve(name.group(1) + ".java"), (test ? TEST_HEAD : HEAD) + source);
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
