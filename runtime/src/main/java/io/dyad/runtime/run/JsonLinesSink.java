package io.dyad.runtime.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dyad.toolkit.file.WriteFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * Appends to a file of lines such as {@code metrics.jsonl}, one {@link MetricLine} or {@link
 * HistogramLine} a call.
 */
public final class JsonLinesSink implements MetricSink {
  private final Path path;
  private final Clock clock;
  private final FileChannel channel;
  private long lines;

  private JsonLinesSink(Path path, Clock clock, FileChannel channel, long lines) {
    this.path = path;
    this.clock = clock;
    this.channel = channel;
    this.lines = lines;
  }

  /**
   * Opens a file to go on behind its first lines, creating it if there is none. What follows them
   * is cut off, and so is a line that a killed process left unfinished.
   *
   * @param keep how many lines stay, at most
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be opened
   */
  public static JsonLinesSink open(Path path, long keep, Clock clock) {
    try {
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        Kept kept = Kept.of(path, keep);
        channel.truncate(kept.bytes()).position(kept.bytes());
        return new JsonLinesSink(path, clock, channel, kept.lines());
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }

  private record Kept(long lines, long bytes) {
    static Kept of(Path path, long limit) throws IOException {
      try (InputStream stream = new BufferedInputStream(Files.newInputStream(path))) {
        long lines = 0;
        long bytes = 0;
        long position = 0;
        while (lines < limit) {
          int next = stream.read();
          if (next < 0) {
            break;
          }
          position++;
          if (next == '\n') {
            lines++;
            bytes = position;
          }
        }
        return new Kept(lines, bytes);
      }
    }
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
    ByteBuffer bytes = ByteBuffer.wrap((Json.line(line) + "\n").getBytes(UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      lines++;
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }

  /** Returns how many lines the file has. */
  long lines() {
    return lines;
  }

  /** Returns when what was written will outlive a loss of power, too. */
  void sync() {
    try {
      channel.force(true);
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }
}
