package io.dyad.system.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.launcher.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars beside the distribution, each folder of them by itself. */
class PluginPathIT {
  private final Launcher dyad = Launcher.ofTheBuild();

  @TempDir private Path folder = Path.of("");

  private Path plugins() {
    return folder.resolve("plugins");
  }

  private PluginJar jar(String work) throws IOException {
    return new PluginJar(dyad.home(), folder.resolve(work));
  }

  /** A loss called {@code name}, whose point comes from its version of a library. */
  private void plugin(String name, String coordinate) throws IOException {
    Path library =
        jar(name + "-library")
            .source(
                "org.points.Point",
                "package org.points; public class Point { public static float %s() { return %sf; } }"
                    .formatted(name, coordinate))
            .write(plugins().resolve(name).resolve("points.jar"));
    String text =
        PluginJar.template("com.acme.SamePoint")
            .replace("package com.acme;", "package com." + name + ";")
            .replace("\"same-point\"", "\"" + name + "\"")
            .replace("(float) options.coordinate()", "org.points.Point." + name + "()");
    jar(name)
        .against(library)
        .loss("com." + name + ".SamePoint", text)
        .write(plugins().resolve(name).resolve(name + "-1.0.jar"));
  }

  private Launcher.Outcome run(String... arguments) throws IOException, InterruptedException {
    return dyad.run(folder, Map.of("DYAD_PLUGIN_PATH", plugins().toString()), arguments);
  }

  private Launcher.Outcome train(String objective) throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("mine.conf"),
            """
            include "presets/quick-start"
            train { epochs = 1, schedule.warmup-epochs = 0 }
            loss = null
            pairs = null
            """
                + objective);
    return run("train", file.toString());
  }

  @Test
  void two_plugins_with_conflicting_versions_of_a_library_train_together()
      throws IOException, InterruptedException {
    plugin("acme", "0.5");
    plugin("apex", "0.25");

    Launcher.Outcome outcome =
        train(
            "objective { one { loss.use = acme, pairs = in-batch }, two { loss.use = apex, pairs = in-batch } }");

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.output()).contains("run folder: ");
  }

  @Test
  void the_folder_may_be_an_option_and_is_listed() throws IOException, InterruptedException {
    plugin("acme", "0.5");

    Launcher.Outcome outcome =
        dyad.run(folder, Map.of(), "plugins", "list", "--plugin-path", plugins().toString());

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output().lines())
        .anyMatch(line -> line.matches("loss +acme +acme 1.0 +\\S+acme +squared distance.*"));
  }

  @Test
  void a_plugin_for_another_api_fails_the_run_that_asks_for_it()
      throws IOException, InterruptedException {
    jar("old")
        .entry("Dyad-Api", "[0.7,0.8)")
        .loss("com.acme.SamePoint", PluginJar.template("com.acme.SamePoint"))
        .write(plugins().resolve("acme-1.0.jar"));

    Launcher.Outcome other = run("config", "quick-start");
    Launcher.Outcome asked = train("objective.one { loss.use = same-point, pairs = in-batch }");

    assertThat(other.exitCode()).as(other.errors()).isZero();
    assertThat(other.errors()).startsWith("warning: acme 1.0 is not loaded: it was built for");
    assertThat(asked.exitCode()).as(asked.errors()).isEqualTo(3);
    assertThat(asked.errors())
        .contains("no loss named \"same-point\"", "Dyad's API [0.7,0.8)", "acme-1.0.jar)");
  }

  @Test
  void one_name_in_two_folders_ends_every_command() throws IOException, InterruptedException {
    for (String each : new String[] {"one", "two"}) {
      jar(each)
          .loss("com.acme.SamePoint", PluginJar.template("com.acme.SamePoint"))
          .write(plugins().resolve(each).resolve("acme-1.0.jar"));
    }

    Launcher.Outcome outcome = run("plugins", "list");

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.errors())
        .contains(
            "two providers of a loss are named \"same-point\"",
            plugins().resolve("one/acme-1.0.jar").toString(),
            plugins().resolve("two/acme-1.0.jar").toString());
  }

  @Test
  void a_class_that_is_missing_is_named_with_the_table_of_jars()
      throws IOException, InterruptedException {
    plugin("acme", "0.5");
    Files.delete(plugins().resolve("acme/points.jar"));

    Launcher.Outcome outcome = train("objective.one { loss.use = acme, pairs = in-batch }");

    assertThat(outcome.exitCode()).as(outcome.errors()).isEqualTo(3);
    assertThat(outcome.errors())
        .contains("org.points.Point is in none of the jars", "put its jar into", "come from:")
        .containsPattern("dyad-api \\S+ +\\S+dyad-api")
        .containsPattern("pytorch-engine 0.35.1 +\\S+lib");
  }

  @Test
  void check_is_clean_for_a_good_plugin_and_names_every_mistake_of_a_bad_one()
      throws IOException, InterruptedException {
    plugin("acme", "0.5");
    Path bad =
        jar("bad")
            .entry("Dyad-Api", "[0.7,0.8)")
            .loss(
                "com.acme.SamePoint",
                PluginJar.template("com.acme.SamePoint").replace("\"same-point\"", "\"SamePoint\""))
            .file("presets/index", "gone  a preset\n")
            .write(folder.resolve("bad-1.0.jar"));

    Launcher.Outcome good =
        dyad.run(folder, Map.of(), "plugins", "check", plugins().resolve("acme").toString());
    Launcher.Outcome mistakes = dyad.run(folder, Map.of(), "plugins", "check", bad.toString());

    assertThat(good.exitCode()).as(good.output()).isZero();
    assertThat(good.output()).contains("errors 0");
    assertThat(mistakes.exitCode()).isEqualTo(3);
    assertThat(mistakes.output())
        .contains("[0.7,0.8)", "has the name \"SamePoint\"", "lists gone", "errors 3");
  }

  @Test
  void the_plugins_of_the_distribution_pass_the_check() throws IOException, InterruptedException {
    try (var jars = Files.list(dyad.home().resolve("plugins"))) {
      for (Path jar : jars.toList()) {
        Launcher.Outcome outcome = dyad.run(folder, Map.of(), "plugins", "check", jar.toString());
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("errors 0");
      }
    }
  }
}
