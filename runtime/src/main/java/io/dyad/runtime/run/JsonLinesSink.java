package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

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

/** Appends to {@code metrics.jsonl}, one {@link MetricLine} or {@link HistogramLine} a call. */
public final class JsonLinesSink implements MetricSink {
  private final Path path;
  private final Clock clock;
  private final Writer writer;

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
   * Opens the file of a run that goes on from a checkpoint: lines of later steps, which will be
   * written again, are cut off first.
   *
   * @param step of the checkpoint
   */
  public static JsonLinesSink resume(Path path, long step, Clock clock) {
    if (Files.exists(path)) {
      StringBuilder kept = new StringBuilder();
      RawLine.read(path).stream()
          .filter(line -> isUpTo(step, line))
          .forEach(line -> kept.append(line.text()).append('\n'));
      AtomicFile.write(path, stream -> stream.write(kept.toString().getBytes(UTF_8)));
    }
    return open(path, clock);
  }

  private static boolean isUpTo(long step, RawLine line) {
    return line.parseUnlessTorn(RawLine.Step.class).filter(own -> own.step() <= step).isPresent();
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
