package io.dyad.runtime.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.KernelException;
import io.dyad.api.Kernels;
import io.dyad.api.Loss;
import io.dyad.api.PluginException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginPathTest extends LoadedFolder {
  private void pluginWithLibrary(String plugin, String version) throws IOException {
    Path library =
        new TestJar()
            .source(
                "org.library.Version",
                "package org.library; public class Version { public static String %s() { return \"%s\"; } }"
                    .formatted(version, version))
            .write(folder.resolve(plugin + "/lib/library.jar"));
    new TestJar()
        .against(library)
        .loss("com." + plugin + ".Made", plugin, "org.library.Version." + version + "()")
        .write(folder.resolve(plugin + "/" + plugin + "-1.0.jar"));
  }

  @Test
  void two_plugins_bring_conflicting_versions_of_one_library() throws IOException {
    pluginWithLibrary("acme", "one");
    pluginWithLibrary("apex", "two");
    Plugins plugins = load();
    assertThat(plugins.find(Loss.class, "acme").summary()).isEqualTo("one");
    assertThat(plugins.find(Loss.class, "apex").summary()).isEqualTo("two");
    assertThat(plugins.find(Loss.class, "soft")).isNotNull();
    assertThat(plugins.warnings()).isEmpty();
    assertThat(warnings).isEmpty();
  }

  @Test
  void loose_jars_share_a_loader() throws IOException {
    Path library =
        new TestJar()
            .source(
                "org.library.Version",
                "package org.library; public class Version { public static String now = \"one\"; }")
            .write(folder.resolve("library.jar"));
    new TestJar()
        .against(library)
        .loss("com.acme.Made", "acme", "org.library.Version.now")
        .write(folder.resolve("acme-1.0.jar"));
    FoundProvider found = load().find(ExtensionPoint.LOSS, "acme").orElseThrow();
    assertThat(found.provider().summary()).isEqualTo("one");
    assertThat(found.loader()).isEqualTo(folder.toString());
    assertThat(loaders).hasSize(1);
  }

  @Test
  void a_plugin_may_bring_another_version_of_a_library_of_dyad() throws IOException {
    new TestJar()
        .source(
            "com.typesafe.config.Config",
            "package com.typesafe.config; public class Config { public static String mine = \"mine\"; }")
        .loss("com.acme.Made", "acme", "com.typesafe.config.Config.mine")
        .write(folder.resolve("acme/acme-1.0.jar"));
    assertThat(load().find(Loss.class, "acme").summary()).isEqualTo("mine");
  }

  @Test
  void a_private_library_of_dyad_is_not_seen_and_the_message_says_what_to_do() throws IOException {
    new TestJar()
        .loss("com.acme.Made", "acme", "com.google.inject.Guice.class.getName()")
        .write(folder.resolve("acme/acme-1.0.jar"));
    Plugins plugins = load();
    assertThatThrownBy(() -> plugins.find(Loss.class, "acme").summary())
        .isInstanceOf(NoClassDefFoundError.class)
        .rootCause()
        .hasMessageContaining("com.google.inject.Guice");
    assertThatThrownBy(() -> loaders.get(0).loadClass("com.google.inject.Guice"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage(
            "com.google.inject.Guice is Dyad's own, not shared with plugins; put its jar into "
                + folder.resolve("acme"));
    assertThatThrownBy(() -> loaders.get(0).loadClass("io.dyad.runtime.cli.Dyad"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("belongs to Dyad's runtime");
    assertThatThrownBy(() -> loaders.get(0).loadClass("org.example.Gone"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("org.example.Gone is in none of the jars");
  }

  @Test
  void shared_packages_come_from_dyad_even_if_a_plugin_bundles_them() throws Exception {
    new TestJar()
        .file("io/dyad/api/Loss.class", "not even a class")
        .loss("com.acme.Made", "acme", "\"\"")
        .write(folder.resolve("acme/acme-1.0.jar"));
    load();
    assertThat(loaders.get(0).loadClass("io.dyad.api.Loss")).isSameAs(Loss.class);
  }

  @Test
  void the_table_of_jars_names_a_plugin_that_bundles_the_api() throws Exception {
    Path jar =
        new TestJar().file("io/dyad/api/Loss.class", "copy").write(folder.resolve("acme-1.0.jar"));
    load();
    assertThat(JarTable.of(OWN, loaders.get(0)))
        .contains(new Jar("acme", "1.0", jar.toString()))
        .doesNotHaveDuplicates();
  }

  @Test
  void what_dyad_has_counts_once_and_presets_of_jars_are_found() throws IOException {
    new TestJar()
        .file("presets/index", "acme  what Acme does\n")
        .file("presets/acme.conf", "include \"presets/simple\"\n")
        .write(folder.resolve("acme/acme-1.0.jar"));
    Plugins plugins = load();
    assertThat(plugins.presets()).containsKeys("acme", "simple");
    assertThat(plugins.preset("acme"))
        .map(Preset::loader)
        .contains(folder.resolve("acme").toString());
    assertThat(plugins.preset("simple")).map(Preset::loader).contains("class path");
    assertThat(plugins.all())
        .extracting(FoundProvider::name)
        .contains("soft")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_kernel_is_read_from_the_jar_of_its_plugin() throws Exception {
    new TestJar()
        .loss("com.acme.Made", "acme", "\"\"")
        .file("com/acme/sum.kernel", "the source of Acme's sum")
        .write(folder.resolve("acme/acme-1.0.jar"));
    load();
    Class<?> owner = loaders.get(0).loadClass("com.acme.Made");
    Kernels readingOnly =
        (name, source) -> {
          throw new KernelException(name + ": " + source);
        };
    assertThatThrownBy(() -> readingOnly.resource(owner, "sum"))
        .hasMessage("sum: the source of Acme's sum");
  }

  @Test
  void one_name_in_two_folders_is_an_error_that_names_both_jars() throws IOException {
    new TestJar().loss("com.acme.Made", "acme", "\"\"").write(folder.resolve("a/acme-1.0.jar"));
    new TestJar().loss("com.acme.Made", "acme", "\"\"").write(folder.resolve("b/acme-1.1.jar"));
    assertThatThrownBy(this::load)
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("two providers of a loss are named \"acme\"")
        .hasMessageContaining("com.acme.Made in " + folder.resolve("a/acme-1.0.jar"))
        .hasMessageContaining("com.acme.Made in " + folder.resolve("b/acme-1.1.jar"));
  }

  @Test
  void files_that_are_no_jars_are_named_with_what_to_do() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "hello");
    Files.writeString(folder.resolve("torn.jar"), "PK no zip");
    Files.createDirectory(folder.resolve("empty"));
    load();
    assertThat(warnings)
        .hasSize(4)
        .anySatisfy(line -> assertThat(line).contains("notes.txt is no jar and is passed over"))
        .anySatisfy(line -> assertThat(line).contains("torn.jar is damaged", "copy it again"))
        .anySatisfy(line -> assertThat(line).contains("empty holds no jar"))
        .anySatisfy(line -> assertThat(line).contains(folder + " holds no plugin; put jars"));
  }

  @Test
  void a_folder_that_is_not_there_is_an_error() {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> PluginPath.open(List.of(gone), OWN, warnings::add))
        .isInstanceOf(PluginException.class)
        .hasMessage("there is no folder " + gone + "; create it, or correct --plugin-path");
  }

  @Test
  void a_file_in_place_of_a_folder_is_an_error() throws IOException {
    Path file = Files.writeString(folder.resolve("acme.jar"), "");
    assertThatThrownBy(() -> PluginPath.open(List.of(file), OWN, warnings::add))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("takes the folder that holds the jars");
  }

  @Test
  void folders_are_set_apart_as_in_a_class_path() {
    assertThat(PluginPath.parse("a" + File.pathSeparator + File.pathSeparator + "b"))
        .containsExactly(Path.of("a"), Path.of("b"));
  }
}
