package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricHistoryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);
  private static final Histogram HISTOGRAM = new Histogram(-1, 1, List.of(1L, 0L, 2L));

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void write() {
    file = folder.resolve("metrics.jsonl");
    try (JsonLinesSink sink = JsonLinesSink.open(file, CLOCK)) {
      sink.scalar("loss", 10, 1.5);
      sink.histograms(10, Map.of("similarity/positive", HISTOGRAM));
      sink.scalar("loss", 20, 1);
      sink.histograms(20, Map.of("similarity/positive", HISTOGRAM));
    }
  }

  @Test
  void figures_and_histograms_are_lines_of_their_own() {
    MetricHistory history = MetricHistory.read(file);
    assertThat(history.figures()).extracting(MetricLine::step).containsExactly(10L, 20L);
    assertThat(history.histograms())
        .contains(
            new HistogramLine(
                20, "2026-03-04T05:06:07Z", Map.of("similarity/positive", HISTOGRAM)));
    assertThat(history.broken()).isZero();
  }

  @Test
  void broken_lines_are_passed_over_and_counted() throws IOException {
    String good = Files.readString(file);
    Files.writeString(
        file,
        "nonsense\n\n{\"step\":1}\n"
            + good
            + "{\"step\":3,\"histograms\":{\"a\":\u00ff\n{\"step\":4,",
        ISO_8859_1);
    MetricHistory history = MetricHistory.read(file);
    assertThat(history.figures()).hasSize(2);
    assertThat(history.histograms()).hasSize(2);
    assertThat(history.broken()).isEqualTo(5);
  }

  @Test
  void there_is_nothing_in_a_file_that_is_not_there() {
    assertThat(MetricHistory.read(folder.resolve("none")))
        .isEqualTo(new MetricHistory(List.of(), List.of(), 0));
  }

  @Test
  void a_run_that_goes_on_keeps_earlier_histograms_to_the_byte() throws IOException {
    List<String> before = Files.readAllLines(file);
    JsonLinesSink.resume(file, 2, CLOCK).close();
    assertThat(Files.readAllLines(file)).isEqualTo(before.subList(0, 2));
  }
}
