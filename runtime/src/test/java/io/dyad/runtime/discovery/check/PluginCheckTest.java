package io.dyad.runtime.discovery.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.PluginException;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.discovery.TestJar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PluginCheckTest extends CheckedJar {
  @Test
  void a_good_jar_has_no_findings() throws IOException {
    assertThat(check(good())).isEmpty();
    assertThat(check(with("\"acme\"", "\"acme\""))).isEmpty();
  }

  @Test
  void a_folder_of_a_jar_and_its_library_has_no_findings() throws IOException {
    Path library =
        new TestJar()
            .source(
                "org.library.Text",
                "package org.library; public class Text { public static String it = \"x\"; }")
            .write(folder.resolve("acme/lib/library.jar"));
    new TestJar()
        .against(library)
        .loss("com.acme.Made", "acme", "org.library.Text.it")
        .write(folder.resolve("acme/acme-1.0.jar"));
    assertThat(PluginCheck.of(folder.resolve("acme"), Plugins.load(OWN), OWN)).isEmpty();
  }

  @Test
  void a_folder_of_classes_has_no_findings() throws IOException {
    Path classes = folder.resolve("classes");
    Path jar = good().write(folder.resolve("acme-1.0.jar"));
    try (var zip = java.nio.file.FileSystems.newFileSystem(jar);
        var files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = classes.resolve(file.toString().substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    assertThat(PluginCheck.of(classes, Plugins.load(OWN), OWN)).isEmpty();
  }

  @Test
  void a_jar_without_service_file_or_presets() throws IOException {
    isWrong(new TestJar().file("readme.txt", ""), "neither a service file", "LossProvider");
  }

  @Test
  void a_service_file_of_no_interface() throws IOException {
    isWrong(
        good().file("META-INF/services/io.dyad.api.LosProvider", "com.acme.Made"),
        "io.dyad.api.LosProvider in acme-1.0.jar is called after no interface",
        "correct the name");
  }

  @Test
  void a_service_file_without_a_class() throws IOException {
    isWrong(good().file(SERVICE, "# none\n"), "names no class", "write the provider's class");
  }

  @Test
  void a_service_file_with_a_class_that_is_not_there() throws IOException {
    isWrong(good().file(SERVICE, "com.acme.Mad"), "names com.acme.Mad, which is not there", "line");
  }

  @Test
  void a_class_in_the_wrong_service_file() throws IOException {
    isWrong(
        good().file("META-INF/services/io.dyad.api.EncoderProvider", "com.acme.Made"),
        "does not implement EncoderProvider",
        "service file of what it implements");
  }

  @Test
  void a_class_of_the_api_in_the_jar() throws IOException {
    byte[] copy;
    try (var in = OWN.getResourceAsStream("io/dyad/api/Loss.class")) {
      copy = java.util.Objects.requireNonNull(in).readAllBytes();
    }
    isWrong(good().file("io/dyad/api/Loss.class", copy), "io.dyad.api is shared", "provided");
  }

  @Test
  void a_class_that_refers_to_the_runtime() throws IOException {
    isWrong(
        good()
            .source(
                "com.acme.Peek",
                "package com.acme; class Peek { Object it = io.dyad.runtime.cli.Dyad.class; }"),
        "com.acme.Peek refers to io.dyad.runtime.cli.Dyad",
        "io.dyad.toolkit");
  }

  @Test
  void a_class_that_needs_a_library_which_is_not_there() throws IOException {
    isDoubtful(
        good()
            .source(
                "com.acme.Wire",
                "package com.acme; class Wire { Object it = com.google.inject.Guice.class; }"),
        "com.acme.Wire refers to com.google.inject.Guice",
        "into the plugin's folder");
  }

  @Test
  void a_class_for_a_newer_jdk() throws IOException {
    byte[] tooNew =
        ByteBuffer.allocate(10)
            .putInt(0xCAFEBABE)
            .putShort((short) 0)
            .putShort((short) 999)
            .array();
    isWrong(good().file("com/acme/New.class", tooNew), "needs JDK 955", "--release 17");
  }

  @Test
  void a_class_file_that_is_none() throws IOException {
    isWrong(good().file("com/acme/Bad.class", "hello world"), "is no class file", "build it again");
  }

  @Test
  void a_range_that_leaves_out_the_running_api() throws IOException {
    isWrong(good().entry("Dyad-Api", "[7,8)"), "does not fit this Dyad", "Dyad's API [7,8)");
  }

  @Test
  void a_range_that_is_none() throws IOException {
    isWrong(good().entry("Dyad-Djl", "new"), "does not fit this Dyad", "is no range of versions");
  }

  @Test
  void a_manifest_without_range() throws IOException {
    isDoubtful(good().entry("Dyad-Api", ""), "has no range of versions", "Dyad-Api: [0.1,0.2)");
    isDoubtful(good().entry("Dyad-Djl", ""), "has no range of versions", "Dyad-Djl: [0.35,0.36)");
  }

  @Test
  void a_preset_that_is_listed_and_not_there() throws IOException {
    isWrong(good().file("presets/index", "acme  x\nother  y\n"), "lists other", "add the file");
  }

  @Test
  void a_preset_that_is_there_and_not_listed() throws IOException {
    isDoubtful(good().file("presets/more.conf", "seed = 1"), "is not listed", "presets/index");
  }

  @Test
  void a_preset_without_summary() throws IOException {
    isDoubtful(good().file("presets/index", "acme\n"), "has no summary for acme", "one line");
  }

  @Test
  void a_preset_that_is_no_hocon() throws IOException {
    isWrong(good().file("presets/acme.conf", "name = ["), "is no HOCON", "correct the line");
  }

  @Test
  void a_kernel_that_is_empty() throws IOException {
    isWrong(good().file("com/acme/sum.kernel", "\n"), "is empty", "write the functions");
  }

  @Test
  void a_kernel_beside_no_class() throws IOException {
    isWrong(good().file("kernels/sum.kernel", "def f(self): pass"), "beside no class", "move it");
  }

  @Test
  void all_mistakes_are_found_at_once_errors_first() throws IOException {
    TestJar jar =
        with("@Experimental", "")
            .entry("Dyad-Api", "[7,8)")
            .file("presets/index", "gone  x\n")
            .file("kernels/sum.kernel", "");
    assertThat(check(jar))
        .extracting(Finding::severity)
        .containsExactly(
            Finding.Severity.ERROR,
            Finding.Severity.ERROR,
            Finding.Severity.ERROR,
            Finding.Severity.WARNING);
  }

  @Test
  void what_is_no_plugin_is_refused() throws IOException {
    Path torn = Files.writeString(folder.resolve("torn.jar"), "PK");
    assertThatThrownBy(() -> PluginCheck.of(torn, Plugins.load(OWN), OWN))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("torn.jar cannot be read as a plugin")
        .hasMessageContaining("build it again");
    assertThatThrownBy(() -> PluginCheck.of(folder.resolve("gone"), Plugins.load(OWN), OWN))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("there is no ");
  }
}
