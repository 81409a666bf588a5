package io.dyad.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dyad.runtime.discovery.PluginPath;
import io.dyad.runtime.discovery.TestJar;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsCommandsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int run(String... arguments) {
    return Dyad.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @BeforeEach
  void write_two_plugins() throws IOException {
    for (String name : new String[] {"acme", "apex"}) {
      new TestJar()
          .loss("com." + name + ".Made", name, "\"a loss of " + name + "\"")
          .write(folder.resolve(name + "-path/" + name + "/" + name + "-1.0.jar"));
    }
  }

  private String path(String name) {
    return folder.resolve(name + "-path").toString();
  }

  @Test
  void the_plugin_path_may_stand_before_or_behind_the_command_and_be_repeated() {
    assertThat(run("--plugin-path", path("acme"), "plugins", "list", "--plugin-path", path("apex")))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .containsPattern("loss +acme +acme 1.0 +\\S+acme-path.acme +a loss of acme")
        .containsPattern("loss +apex +apex 1.0 +\\S+apex-path.apex +a loss of apex");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void several_folders_may_be_one_argument() {
    assertThat(
            run(
                "plugins",
                "list",
                "--plugin-path",
                path("acme") + File.pathSeparator + path("apex")))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("a loss of acme", "a loss of apex");
  }

  @Test
  void the_plugin_path_may_be_a_system_property() {
    System.setProperty(PluginPath.PROPERTY, path("acme"));
    try {
      assertThat(run("plugins", "show", "acme")).isEqualTo(ExitCode.DONE);
    } finally {
      System.clearProperty(PluginPath.PROPERTY);
    }
    assertThat(out.toString()).contains("loss acme: a loss of acme (acme 1.0, experimental)");
  }

  @Test
  void a_folder_that_is_not_there_is_a_plugin_failure() {
    assertThat(run("plugins", "list", "--plugin-path", path("gone"))).isEqualTo(ExitCode.PLUGIN);
    assertThat(err.toString())
        .startsWith("there is no folder " + path("gone"))
        .doesNotContain("\tat ");
  }

  @Test
  void a_plugin_that_does_not_fit_is_a_plugin_failure_if_it_is_asked_for() throws IOException {
    new TestJar()
        .entry("Dyad-Api", "[7,8)")
        .loss("com.old.Made", "old", "\"\"")
        .file("presets/index", "older  a preset\n")
        .write(folder.resolve("old/old-1.0.jar"));
    String old = folder.resolve("old").toString();
    assertThat(run("config", "simple", "--plugin-path", old)).isEqualTo(ExitCode.DONE);
    assertThat(err.toString().lines()).hasSize(1).allMatch(line -> line.startsWith("warning: old"));
    assertThat(run("config", "older", "--plugin-path", old)).isEqualTo(ExitCode.PLUGIN);
    assertThat(run("config", "simple", "--set", "loss.use=old", "--plugin-path", old))
        .isEqualTo(ExitCode.PLUGIN);
    assertThat(err.toString()).contains("no loss named \"old\"");
  }

  @Test
  void check_of_a_good_plugin_is_done() {
    assertThat(run("plugins", "check", path("acme"))).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).endsWith("acme-path: errors 0, warnings 0" + System.lineSeparator());
  }

  @Test
  void check_of_a_bad_plugin_is_a_plugin_failure_with_all_findings_as_json() throws IOException {
    Path bad =
        new TestJar()
            .entry("Dyad-Api", "")
            .loss("com.acme.Made", "Acme", "\"a loss\"")
            .write(folder.resolve("bad-1.0.jar"));
    assertThat(run("plugins", "check", bad.toString(), "--json")).isEqualTo(ExitCode.PLUGIN);
    JsonNode findings = new ObjectMapper().readTree(out.toString());
    assertThat(findings.findValuesAsText("severity")).containsExactly("ERROR", "WARNING");
    assertThat(findings.findValuesAsText("where"))
        .containsExactly("com.acme.Made", "the manifest of bad-1.0.jar");
  }

  @Test
  void warnings_alone_do_not_fail_the_check() throws IOException {
    Path jar =
        new TestJar()
            .entry("Dyad-Api", "")
            .loss("com.acme.Made", "acme", "\"a loss\"")
            .write(folder.resolve("acme-1.0.jar"));
    assertThat(run("plugins", "check", jar.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("warning  the manifest", "errors 0, warnings 1");
  }

  @Test
  void jars_are_free_when_the_command_has_ended() throws IOException {
    assertThat(run("plugins", "list", "--plugin-path", path("acme"))).isEqualTo(ExitCode.DONE);
    Path descriptors = Path.of("/proc/self/fd");
    if (Files.isDirectory(descriptors)) {
      try (var open = Files.list(descriptors)) {
        assertThat(open.filter(Files::exists).map(PluginsCommandsTest::target))
            .noneMatch(target -> target.contains("acme-1.0.jar"));
      }
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
