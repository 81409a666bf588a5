package io.dyad.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dyad.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog;

class TensorBoardSinkTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07.5Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void every_record_returns_with_its_checksums() throws IOException {
    try (TensorBoardSink sink = TensorBoardSink.open(folder, CLOCK)) {
      sink.scalars(10, Map.of("loss/contrast", 1.5, "epoch", 2.0));
      sink.scalar("loss/contrast", 20, 0.1);
    }
    List<Event> events = events(only());
    assertThat(events).hasSize(3);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events.get(0).getWallTime()).isEqualTo(CLOCK.millis() / 1000.0);
    assertThat(events.get(1).getStep()).isEqualTo(10);
    assertThat(events.get(1).getSummary().getValueList())
        .extracting(value -> value.getTag() + "=" + value.getSimpleValue())
        .containsExactly("epoch=2.0", "loss/contrast=1.5");
    assertThat(events.get(2).getSummary().getValue(0).getSimpleValue()).isEqualTo(0.1f);
  }

  /** Source of the layout: the comments of TensorFlow's summary.proto on HistogramProto. */
  @Test
  void a_histogram_has_an_upper_limit_and_a_count_for_each_bin() throws IOException {
    try (TensorBoardSink sink = TensorBoardSink.open(folder, CLOCK)) {
      sink.histograms(7, Map.of("similarity", new Histogram(-1, 1, List.of(1L, 0L, 2L, 3L))));
    }
    HistogramProto written = events(only()).get(1).getSummary().getValue(0).getHisto();
    assertThat(written.getBucketLimitList()).containsExactly(-0.5, 0.0, 0.5, 1.0);
    assertThat(written.getBucketList()).containsExactly(1.0, 0.0, 2.0, 3.0);
    assertThat(written.getNum()).isEqualTo(6);
    // middles -0.75, -0.25, 0.25, 0.75
    assertThat(written.getSum()).isEqualTo(-0.75 + 2 * 0.25 + 3 * 0.75);
    assertThat(written.getSumSquares()).isEqualTo(4 * 0.5625 + 2 * 0.0625);
  }

  @Test
  void the_file_is_named_as_tensorboard_looks_for_it() throws IOException {
    TensorBoardSink.open(folder, CLOCK).close();
    assertThat(only().getFileName().toString())
        .matches("events\\.out\\.tfevents\\.1772600767\\.[A-Za-z0-9.-]+");
  }

  @Test
  void a_run_that_goes_on_gets_another_file_that_drops_later_steps() throws IOException {
    TensorBoardSink.open(folder, CLOCK).close();
    Path first = only();
    TensorBoardSink.resume(folder, 30, CLOCK).close();
    Path second = Path.of(first + ".2");
    assertThat(events(second).get(1).getStep()).isEqualTo(31);
    assertThat(events(second).get(1).getSessionLog().getStatus())
        .isEqualTo(SessionLog.SessionStatus.START);
  }

  /** Source of the value: RFC 3720, appendix B.4, 32 bytes of zeros: 0x8a9136aa. */
  @Test
  void the_checksum_is_the_masked_castagnoli_polynomial() {
    int crc = 0x8a9136aa;
    int masked = ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    assertThat(EventRecord.checksum(new byte[32])).isEqualTo(masked);
  }

  @Test
  void a_full_disk_stops_with_path_and_cause() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    assertThatThrownBy(() -> TensorBoardSink.begin(full, CLOCK, Files.newOutputStream(full)))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("/dev/full", "disk is full", "bytes free");
  }

  @Test
  void several_sinks_get_every_figure_and_all_are_closed() throws IOException {
    Path lines = folder.resolve("metrics.jsonl");
    try (FanOut both =
        new FanOut(
            List.of(TensorBoardSink.open(folder, CLOCK), JsonLinesSink.open(lines, CLOCK)))) {
      both.scalar("loss", 1, 2);
    }
    assertThat(MetricHistory.read(lines).figures()).hasSize(1);
    assertThat(events(only())).hasSize(2);
  }

  private Path only() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> files = paths.filter(path -> path.toString().contains("tfevents")).toList();
      assertThat(files).hasSize(1);
      return files.get(0);
    }
  }

  private static List<Event> events(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = checked(bytes, Long.BYTES);
      long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      events.add(Event.parseFrom(checked(bytes, (int) size)));
    }
    return events;
  }

  private static byte[] checked(ByteBuffer bytes, int count) {
    byte[] content = new byte[count];
    bytes.get(content);
    CRC32C crc = new CRC32C();
    crc.update(content);
    int rotated = bytes.getInt() - 0xa282ead8;
    assertThat((rotated >>> 17) | (rotated << 15)).isEqualTo((int) crc.getValue());
    return content;
  }
}
