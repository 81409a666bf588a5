package io.dyad.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.Loss;
import io.dyad.api.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Jars that were built for other versions. */
class CompatibilityTest extends LoadedFolder {
  @Test
  void a_jar_for_another_api_is_a_warning_and_an_error_if_it_is_asked_for() throws IOException {
    Path jar =
        new TestJar()
            .entry("Dyad-Api", "[0.2,0.3)")
            .loss("com.acme.Made", "acme", "\"\"")
            .file("presets/index", "acme  what Acme does\n")
            .write(folder.resolve("acme/acme-1.0.jar"));
    Plugins plugins = load();
    String message =
        "acme 1.0 is not loaded: it was built for Dyad's API [0.2,0.3), and "
            + BuiltFor.runningApi()
            + " runs; take a release of it for "
            + BuiltFor.runningApi()
            + ", or remove it ("
            + jar
            + ")";
    assertThat(plugins.warnings()).containsExactly(message);
    assertThatThrownBy(() -> plugins.find(Loss.class, "acme"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> plugins.preset("acme"))
        .isInstanceOf(PluginException.class)
        .hasMessage(message);
  }

  @Test
  void a_jar_for_another_djl_is_not_loaded() throws IOException {
    new TestJar()
        .entry("Dyad-Djl", "[0.20,0.21)")
        .loss("com.acme.Made", "acme", "\"\"")
        .write(folder.resolve("acme-1.0.jar"));
    assertThat(load().warnings())
        .singleElement()
        .asString()
        .contains("it was built for DJL [0.20,0.21), and 0.35.1 runs");
  }

  @Test
  void a_jar_that_does_not_say_what_it_was_built_for_is_loaded_with_a_warning() throws IOException {
    new TestJar()
        .entry("Dyad-Api", "")
        .loss("com.acme.Made", "acme", "\"\"")
        .write(folder.resolve("acme-1.0.jar"));
    Plugins plugins = load();
    assertThat(plugins.find(Loss.class, "acme")).isNotNull();
    assertThat(plugins.warnings())
        .singleElement()
        .asString()
        .contains("acme 1.0 does not say which Dyad it was built for", "Dyad-Api: [0.1,0.2)");
  }
}
