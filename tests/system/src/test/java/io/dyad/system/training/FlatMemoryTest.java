package io.dyad.system.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Resident memory of the quick start, in a process of its own whose Java heap is resident from the
 * start, so that what changes is native.
 */
class FlatMemoryTest {
  @TempDir private Path folder;

  @Test
  void resident_memory_after_5000_steps_is_that_after_500()
      throws IOException, InterruptedException {
    assumeTrue(Files.isReadable(MemoryRun.STATUS), "the system tells its memory in another way");
    Map<String, Long> kilobytes = train("500", "5000");
    long early = kilobytes.getOrDefault("500", 0L);
    assertThat((double) kilobytes.getOrDefault("5000", 0L))
        .as("kilobytes after 5,000 steps, of %s", kilobytes)
        .isCloseTo(early, within(0.03 * early));
  }

  private Map<String, Long> train(String... steps) throws IOException, InterruptedException {
    Path result = folder.resolve("memory");
    Path log = folder.resolve("log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xms256m",
            "-Xmx256m",
            "-XX:+AlwaysPreTouch",
            "-DOPT_OUT_TRACKING=true",
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            MemoryRun.class.getName(),
            result.toString(),
            steps[0],
            steps[1]);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(log.toString()))
            .start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    return Files.readAllLines(result).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
  }
}
