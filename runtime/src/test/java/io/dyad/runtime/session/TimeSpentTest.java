package io.dyad.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.dyad.runtime.run.MetricHistory;
import io.dyad.runtime.run.MetricLine;
import io.dyad.runtime.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeSpentTest {
  @TempDir private Path path = Path.of("");

  @Test
  void time_and_memory_up_to_the_checkpoint_count_and_what_is_done_again_does_not()
      throws IOException {
    RunFolder run = new RunFolder(path);
    List<String> lines = List.of(line(10, 1.5, 7e15), line(20, 3, 2e15), line(10, 2.5, 1));
    Files.writeString(run.times(), String.join("\n", lines) + "\n{\"step\":20,\"ti");
    try (TimeSpent time = TimeSpent.open(run, 10, Clock.systemUTC())) {
      assertThat(time.seconds()).as("the last of that step").isEqualTo(2.5);
      assertThat(time.peak()).as("the highest of all sessions").isEqualTo(7_000_000_000_000_000L);
      time.start();
      time.note(20);
      time.stop();
      assertThat(time.seconds()).isGreaterThan(2.5).isCloseTo(2.5, offset(1.0));
    }
    List<MetricLine> noted = MetricHistory.read(run.times()).figures();
    assertThat(noted).extracting(MetricLine::step).containsExactly(10L, 20L, 10L, 20L);
    assertThat(noted.get(3).values().get("seconds")).isGreaterThan(2.5);
  }

  @Test
  void a_run_that_begins_has_taken_no_time() {
    try (TimeSpent time = TimeSpent.open(new RunFolder(path), 0, Clock.systemUTC())) {
      assertThat(time.seconds()).isZero();
    }
  }

  private static String line(long step, double seconds, double peak) {
    return "{\"step\":%d,\"time\":\"\",\"values\":{\"peak-memory-bytes\":%s,\"seconds\":%s}}"
        .formatted(step, peak, seconds);
  }
}
