package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.dyad.toolkit.file.AtomicFile;
import io.dyad.toolkit.file.WriteFailure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Appends to {@code metrics.jsonl}, one {@link MetricLine} or {@link HistogramLine} a call. */
public final class JsonLinesSink implements MetricSink {
  private final Path path;
  private final Clock clock;
  private final Writer writer;
  private long lines;

  private JsonLinesSink(Path path, Clock clock, Writer writer) {
    this.path = path;
    this.clock = clock;
    this.writer = writer;
  }

  /**
   * Opens a file to append to, creating it if there is none.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be opened
   */
  public static JsonLinesSink open(Path path, Clock clock) {
    try {
      Writer writer =
          Files.newBufferedWriter(
              path, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new JsonLinesSink(path, clock, writer);
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }

  /**
   * Opens the file of a run that goes on: lines beyond the first {@code lines} will be written
   * again and are cut off.
   *
   * @param lines how many {@link #lines} there were at the checkpoint
   */
  public static JsonLinesSink resume(Path path, long lines, Clock clock) {
    try (Stream<String> all = Files.exists(path) ? Files.lines(path) : Stream.empty()) {
      String kept = all.limit(lines).map(line -> line + "\n").collect(joining());
      AtomicFile.write(path, stream -> stream.write(kept.getBytes(UTF_8)));
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
    JsonLinesSink sink = open(path, clock);
    sink.lines = lines;
    return sink;
  }

  /** Returns how many lines the file has. */
  public long lines() {
    return lines;
  }

  @Override
  public void scalars(long step, Map<String, Double> values) {
    write(new MetricLine(step, clock.instant().toString(), new TreeMap<>(values)));
  }

  @Override
  public void histograms(long step, Map<String, Histogram> values) {
    write(new HistogramLine(step, clock.instant().toString(), new TreeMap<>(values)));
  }

  private void write(Object line) {
    try {
      writer.write(Json.line(line) + "\n");
      writer.flush();
      lines++;
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }
}
