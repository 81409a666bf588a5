package io.dyad.system.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyad.system.launcher.Launcher.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LauncherIT {

  private static final Logger log = LoggerFactory.getLogger(LauncherIT.class);

  private final Launcher dyad = Launcher.ofTheBuild();

  @TempDir Path folder;

  @Test
  void help_lists_the_commands() throws IOException, InterruptedException {
    Outcome outcome = dyad.run(folder, Map.of(), "--help");

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.output()).contains("Usage: dyad", "plugins", "doctor");
  }

  @Test
  void plugins_are_listed_within_a_second_or_so() throws IOException, InterruptedException {
    Outcome outcome = dyad.run(folder, Map.of(), "plugins", "list");

    log.info("'dyad plugins list' took {} ms", outcome.time().toMillis());
    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.output()).contains("image-augment", "pretrain");
    assertThat(outcome.time()).as("with room for a busy machine").isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void an_unknown_command_is_a_configuration_error_without_a_stack_trace()
      throws IOException, InterruptedException {
    Outcome outcome = dyad.run(folder, Map.of(), "trian");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.errors()).contains("trian").doesNotContain("\tat ");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_on_the_path_starts_the_same_dyad() throws IOException, InterruptedException {
    Path link = Files.createDirectory(folder.resolve("bin")).resolve("dyad");
    Files.createSymbolicLink(link, dyad.home().resolve("bin").resolve("dyad"));

    Outcome outcome = new Launcher(folder).run(folder, Map.of(), "--help");
    Files.delete(link);

    assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_wrong_java_home_is_named() throws IOException, InterruptedException {
    Outcome outcome = dyad.run(folder, Map.of("JAVA_HOME", folder.toString()), "--help");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("JAVA_HOME", folder.toString(), "17");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void an_old_java_is_refused_with_its_version() throws IOException, InterruptedException {
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

    Outcome outcome =
        dyad.run(folder, Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "--help");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.errors()).contains("17 or newer", "version 11");
  }

  @Test
  void options_for_the_jvm_come_last_and_win() throws IOException, InterruptedException {
    Outcome outcome =
        dyad.run(folder, Map.of("DYAD_JVM_OPTIONS", "-Xmx64m -XX:+PrintFlagsFinal"), "--help");

    assertThat(outcome.output()).containsPattern("MaxHeapSize += 67108864 ");
  }
}
