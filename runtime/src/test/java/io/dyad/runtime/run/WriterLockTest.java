package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyad.api.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
  @TempDir private Path folder = Path.of("");

  /** A process that takes the lock of a folder, says so, and never ends by itself. */
  public static final class Holder {
    private Holder() {}

    /** Holds the lock of the folder that is named first. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Path folder = Path.of(arguments[0]);
      try (WriterLock lock = WriterLock.take(folder)) {
        Files.createFile(folder.resolve("held-" + lock.isExclusive()));
        TimeUnit.HOURS.sleep(1);
      }
    }
  }

  @Test
  void another_process_keeps_it_until_it_is_killed() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process holder =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    try {
      while (holder.isAlive() && !Files.exists(folder.resolve("held-true"))) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
      assertThatThrownBy(() -> WriterLock.take(folder))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContainingAll("another training is writing", folder.toString());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    try (WriterLock lock = WriterLock.take(folder)) {
      assertThat(lock.isExclusive()).isTrue();
    }
  }

  @Test
  void a_second_writer_of_the_same_process_is_turned_away_too() throws IOException {
    try (WriterLock ignored = WriterLock.take(folder)) {
      assertThatThrownBy(() -> WriterLock.take(folder)).isInstanceOf(ConfigurationException.class);
    }
    WriterLock.take(folder).close();
  }

  @Test
  void a_link_in_its_place_is_not_followed() throws IOException {
    Path target = Files.writeString(folder.resolve("precious"), "kept");
    Files.createSymbolicLink(folder.resolve(".lock"), target);
    assertThatThrownBy(() -> WriterLock.take(folder)).isInstanceOf(IOException.class);
    assertThat(target).hasContent("kept");
  }
}
