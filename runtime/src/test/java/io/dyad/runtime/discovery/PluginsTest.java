package io.dyad.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.Loss;
import io.dyad.api.LossProvider;
import io.dyad.api.PluginException;
import io.dyad.runtime.sample.SampleProviders;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
  private static final ClassLoader OWN = PluginsTest.class.getClassLoader();

  @TempDir Path folder;

  private ClassLoader loaderWith(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, OWN);
  }

  private ClassLoader loaderWithLoss(String className) throws IOException {
    return loaderWith("META-INF/services/" + LossProvider.class.getName(), className + "\n");
  }

  @Test
  void providers_of_every_kind_are_found_by_name() {
    Plugins plugins = Plugins.load(OWN);
    assertThat(plugins.find(Loss.class, "soft")).isInstanceOf(SampleProviders.Soft.class);
    assertThat(plugins.all())
        .extracting(found -> found.point().word() + " " + found.name())
        .contains(
            "data source digits",
            "view generator noise",
            "encoder mlp",
            "pair sampler in-batch",
            "loss soft",
            "procedure pretrain",
            "evaluator knn");
    assertThat(plugins.broken()).isEmpty();
  }

  @Test
  void a_provider_in_a_folder_says_so_in_place_of_a_version() {
    Jar jar = Plugins.load(OWN).of(ExtensionPoint.LOSS).values().iterator().next().jar();
    assertThat(jar).hasToString("runtime folder");
    assertThat(jar.place()).endsWith("test-classes");
  }

  @Test
  void a_jar_is_called_by_its_name_and_the_version_of_its_manifest() {
    Jar jar = Jar.of(Test.class);
    assertThat(jar.name()).isEqualTo("junit-jupiter-api");
    assertThat(jar.version()).startsWith("5.");
  }

  @Test
  void an_unknown_name_lists_the_known_ones_nearest_first() {
    Plugins plugins = Plugins.load(OWN);
    assertThatThrownBy(() -> plugins.find(Loss.class, "sotf"))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            """
            no loss named "sotf"; did you mean "soft" (runtime folder)?
            available: soft, wrap   (details: dyad plugins list)""");
  }

  @Test
  void two_providers_of_one_name_are_an_error_that_names_both_classes_and_places() {
    assertThatThrownBy(
            () -> Plugins.load(loaderWithLoss(SampleProviders.OtherSoft.class.getName())))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("two providers of a loss are named \"soft\"")
        .hasMessageContaining(SampleProviders.Soft.class.getName())
        .hasMessageContaining(SampleProviders.OtherSoft.class.getName())
        .hasMessageContaining("test-classes");
  }

  @Test
  void a_provider_that_is_listed_twice_counts_once() throws IOException {
    Plugins plugins = Plugins.load(OWN, loaderWithLoss(SampleProviders.Soft.class.getName()));
    assertThat(plugins.of(ExtensionPoint.LOSS)).containsOnlyKeys("soft", "wrap");
  }

  @Test
  void a_class_that_is_not_there_is_a_warning_with_its_jar() throws IOException {
    Plugins plugins = Plugins.load(loaderWithLoss("org.example.Missing"));
    assertThat(plugins.find(Loss.class, "soft").name()).isEqualTo("soft");
    assertThat(plugins.broken()).hasSize(1);
    BrokenProvider broken = plugins.broken().get(0);
    assertThat(broken.jar().place()).isEqualTo(folder.toString());
    assertThat(broken.message()).contains("a loss of ", "org.example.Missing");
  }

  @Test
  void a_service_file_that_cannot_be_read_is_a_warning_with_its_jar() throws IOException {
    Plugins plugins = Plugins.load(loaderWithLoss("not a class name"));
    assertThat(plugins.broken()).hasSize(1);
    assertThat(plugins.broken().get(0).jar().place()).isEqualTo(folder.toString());
  }

  @Test
  void a_provider_that_fails_to_say_its_name_is_a_warning_with_the_cause() throws IOException {
    Plugins plugins = Plugins.load(loaderWithLoss(SampleProviders.Nameless.class.getName()));
    assertThat(plugins.broken())
        .extracting(BrokenProvider::message)
        .containsExactly("a loss of runtime folder is broken: no name today");
  }

  @Test
  void a_broken_provider_is_named_when_a_name_is_not_found() throws IOException {
    Plugins plugins = Plugins.load(loaderWithLoss(SampleProviders.Nameless.class.getName()));
    assertThatThrownBy(() -> plugins.find(Loss.class, "nameless"))
        .hasMessageContaining("no loss named \"nameless\"")
        .hasMessageContaining("a loss of runtime folder is broken: no name today");
  }

  @Test
  void presets_are_listed_with_their_summaries() {
    Plugins plugins = Plugins.load(OWN);
    assertThat(plugins.presets()).containsKeys("simple", "simple-wide");
    assertThat(plugins.presets().get("simple"))
        .extracting(preset -> preset.summary() + " of " + preset.jar())
        .isEqualTo("soft contrast of digits of runtime folder");
  }

  @Test
  void two_presets_of_one_name_are_an_error_that_names_both_places() {
    assertThatThrownBy(() -> Plugins.load(loaderWith("presets/index", "simple  another\n")))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("two presets are named \"simple\"")
        .hasMessageContaining(folder.getFileName().toString())
        .hasMessageContaining("test-classes");
  }
}
