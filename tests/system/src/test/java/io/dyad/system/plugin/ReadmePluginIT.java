package io.dyad.system.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin that the README writes out compiles against the API alone, and trains when dropped in.
 */
class ReadmePluginIT {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("public (?:final class|record) (\\w+)");
  private static final String HEAD =
      "package com.acme;\n"
          + "import ai.djl.ndarray.NDArray;\nimport io.dyad.api.*;\nimport io.dyad.toolkit.kernel.Scalars;\n";

  private final Launcher dyad = Launcher.ofTheBuild();

  @TempDir private Path folder = Path.of("");

  @Test
  void the_loss_of_the_readme_trains() throws IOException, InterruptedException {
    Path jar = PluginJar.ofLoss("com.acme.AlignmentProvider", sources(), dyad.home(), folder);
    Launcher.Outcome outcome =
        dyad.run(
            folder,
            Map.of("DYAD_CLASSPATH", jar.toString()),
            "train",
            "--set",
            "loss.use=alignment",
            "--set",
            "train.epochs=1",
            "--set",
            "train.schedule.warmup-epochs=0");
    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.output()).contains("linear-probe.top1", "run folder: ");
  }

  private List<Path> sources() throws IOException {
    String readme = Files.readString(Path.of(System.getProperty("dyad.root"), "README.md"));
    List<Path> sources = new ArrayList<>();
    for (Matcher block = JAVA.matcher(readme); block.find(); ) {
      Matcher name = NAME.matcher(block.group(1));
      assertThat(name.find()).as(block.group(1)).isTrue();
      Path source = folder.resolve(name.group(1) + ".java");
      sources.add(Files.writeString(source, HEAD + block.group(1)));
    }
    return sources;
  }
}
