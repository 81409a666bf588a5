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
    try (JsonLinesSink sink = JsonLinesSink.open(file, CLOCK)) {
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
  void a_run_that_goes_on_writes_later_lines_again() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    try (JsonLinesSink sink = JsonLinesSink.open(file, CLOCK)) {
      for (long step = 1; step <= 3; step++) {
        sink.scalar("loss", step, step);
      }
    }
    Files.writeString(file, "{\"step\":4,\"ti", StandardOpenOption.APPEND);
    try (JsonLinesSink sink = JsonLinesSink.resume(file, 2, CLOCK)) {
      sink.scalar("loss", 3, 30);
    }
    assertThat(MetricHistory.read(file).figures())
        .extracting(line -> line.values().get("loss"))
        .containsExactly(1.0, 2.0, 30.0);
  }

  @Test
  void a_full_disk_stops_with_path_and_cause() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    JsonLinesSink sink = JsonLinesSink.open(full, CLOCK);
    assertThatThrownBy(() -> sink.scalar("loss", 1, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("/dev/full", "disk is full", "bytes free");
  }
}
