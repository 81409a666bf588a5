package io.dyad.runtime.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.runtime.experiment.ExperimentFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginJarTest {
  @TempDir Path folder;

  private Path jar = Path.of("");
  private Plugins plugins = Plugins.load();

  @BeforeEach
  void write_a_jar_with_a_preset_and_a_broken_provider() throws IOException {
    jar = folder.resolve("acme-losses-1.2.0.jar");
    Map<String, String> files =
        Map.of(
            "presets/index",
            "acme  what Acme does\n",
            "presets/acme.conf",
            "include \"presets/simple\"\nname = acme\nseed = 3\n",
            "META-INF/services/io.dyad.api.LossProvider",
            "com.acme.Gone\n");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(UTF_8));
      }
    }
    ClassLoader own = PluginJarTest.class.getClassLoader();
    plugins = Plugins.load(own, new URLClassLoader(new URL[] {jar.toUri().toURL()}, own));
  }

  @Test
  void a_preset_in_a_jar_is_listed_with_the_jar() {
    assertThat(plugins.presets()).containsKeys("acme", "simple");
    assertThat(plugins.presets().get("acme"))
        .extracting(Preset::jar)
        .isEqualTo(new Jar("acme-losses", "1.2.0", jar.toString()));
  }

  @Test
  void a_preset_in_a_jar_may_include_a_preset_of_another_plugin() {
    String text = ExperimentFile.load("acme", List.of(), plugins).text();
    assertThat(text)
        .containsPattern("name = acme +# presets/acme.conf:2\n")
        .containsPattern("temperature = 0.5 +# presets/simple.conf:5\n");
  }

  @Test
  void a_class_that_is_missing_from_a_jar_is_blamed_on_the_jar() {
    assertThat(plugins.broken())
        .extracting(BrokenProvider::message)
        .containsExactly(
            "a loss of acme-losses 1.2.0 is broken: io.dyad.api.LossProvider: Provider"
                + " com.acme.Gone not found");
  }
}
