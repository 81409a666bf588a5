package io.dyad.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dyad.api.ConfigurationException;
import io.dyad.api.DataException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void a_file_is_written_and_replaced() {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, stream -> stream.write(text("first, and longer")));
    AtomicFile.write(file, stream -> stream.write(text("second")));
    assertThat(file).hasContent("second");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void a_failure_keeps_the_earlier_file_and_leaves_nothing_behind() {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, stream -> stream.write(text("first")));
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    stream -> {
                      stream.write(text("half"));
                      throw new IllegalStateException("stop");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("first");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void a_full_disk_is_named_with_its_free_bytes_and_leaves_nothing_behind() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Path file = folder.resolve("a.txt");
    assertThatThrownBy(
            () ->
                AtomicFile.writeFile(
                    file,
                    temporary -> {
                      Files.createFile(temporary);
                      try (OutputStream stream = Files.newOutputStream(full)) {
                        stream.write(1);
                      }
                    }))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(file.toString(), "disk is full", "bytes free")
        .hasMessageMatching("(?s).*\\d+ bytes free.*")
        .hasCauseInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_without_permission_is_a_configuration_mistake() {
    assumeThat(folder.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
    Path file = folder.resolve("a.txt");
    assertThatThrownBy(() -> AtomicFile.write(file, stream -> stream.write(1)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(file.toString(), "permission denied");
  }

  @Test
  void a_denied_access_is_told_as_a_configuration_mistake() {
    Path file = folder.resolve("a.txt");
    assertThat(WriteFailure.of(file, new AccessDeniedException(file.toString())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(file.toString(), "permission denied", "bytes free");
  }

  @Test
  void a_missing_folder_is_named() {
    Path file = folder.resolve("none").resolve("a.txt");
    assertThatThrownBy(() -> AtomicFile.write(file, stream -> stream.write(1)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(file.toString(), "does not exist", "bytes free");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
