package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesSinkTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void a_line_can_be_read_as_soon_as_it_is_written() {
    Path file = folder.resolve("metrics.jsonl");
    try (JsonLinesSink sink = JsonLinesSink.open(file, 0, CLOCK)) {
      sink.scalars(10, Map.of("loss", 1.5, "epoch", 2.0));
      assertThat(file)
          .hasContent(
              "{\"step\":10,\"time\":\"2026-03-04T05:06:07Z\",\"values\":{\"epoch\":2.0,\"loss\":1.5}}\n");
      sink.scalar("loss", 20, Double.NaN);
    }
    assertThat(MetricHistory.read(file).figures())
        .extracting(MetricLine::step, MetricLine::values)
        .containsExactly(
            tuple(10L, Map.of("loss", 1.5, "epoch", 2.0)), tuple(20L, Map.of("loss", Double.NaN)));
  }

  @Test
  void a_run_that_goes_on_keeps_the_first_lines_and_their_times() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    try (JsonLinesSink sink = JsonLinesSink.open(file, 0, CLOCK)) {
      for (long step = 1; step <= 3; step++) {
        sink.scalar("loss", step, step);
      }
      assertThat(sink.lines()).isEqualTo(3);
    }
    Files.writeString(file, "{\"step\":4,\"ti", StandardOpenOption.APPEND);
    Clock later = Clock.offset(CLOCK, Duration.ofHours(1));
    try (JsonLinesSink sink = JsonLinesSink.open(file, 2, later)) {
      sink.scalar("loss", 3, 30);
      assertThat(sink.lines()).isEqualTo(3);
    }
    assertThat(MetricHistory.read(file).figures())
        .extracting(line -> line.values().get("loss"), MetricLine::time)
        .containsExactly(
            tuple(1.0, CLOCK.instant().toString()),
            tuple(2.0, CLOCK.instant().toString()),
            tuple(30.0, later.instant().toString()));
  }

  @Test
  void an_unfinished_last_line_is_mended_even_if_fewer_lines_are_left_than_should_be()
      throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    Files.writeString(file, "{\"step\":1,\"time\":\"\",\"values\":{}}\n{\"step\":2,\"ti");
    try (JsonLinesSink sink = JsonLinesSink.open(file, 5, CLOCK)) {
      assertThat(sink.lines()).isEqualTo(1);
      sink.scalar("loss", 2, 2);
    }
    assertThat(MetricHistory.read(file).figures())
        .extracting(MetricLine::step)
        .containsExactly(1L, 2L);
  }

  @Test
  void a_full_disk_stops_with_path_and_cause() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    JsonLinesSink sink = JsonLinesSink.open(full, 0, CLOCK);
    assertThatThrownBy(() -> sink.scalar("loss", 1, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("/dev/full", "disk is full", "bytes free");
  }
}
