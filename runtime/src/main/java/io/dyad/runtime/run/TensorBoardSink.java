package io.dyad.runtime.run;

import io.dyad.toolkit.file.WriteFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog;

/** Writes an event file that TensorBoard shows: {@code events.out.tfevents.SECONDS.HOST}. */
public final class TensorBoardSink implements MetricSink {
  private static final String PREFIX = "events.out.tfevents.";
  private static final String FILE_VERSION = "brain.Event:2";

  private final Path path;
  private final Clock clock;
  private final OutputStream stream;

  private TensorBoardSink(Path path, Clock clock, OutputStream stream) {
    this.path = path;
    this.clock = clock;
    this.stream = stream;
  }

  /**
   * Creates a new event file in a folder.
   *
   * @throws io.dyad.api.DyadException naming path and cause if it cannot be created
   */
  public static TensorBoardSink open(Path folder, Clock clock) {
    String host =
        System.getenv().getOrDefault("HOSTNAME", "localhost").replaceAll("[^A-Za-z0-9.-]", "-");
    String name =
        String.format(Locale.ROOT, "%s%010d.%s", PREFIX, clock.instant().getEpochSecond(), host);
    for (int attempt = 1; ; attempt++) {
      Path path = folder.resolve(attempt == 1 ? name : name + "." + attempt);
      try {
        OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW);
        return begin(path, clock, file);
      } catch (FileAlreadyExistsException taken) {
        continue;
      } catch (IOException cause) {
        throw WriteFailure.of(path, cause);
      }
    }
  }

  /**
   * Creates the event file of a run that has figures already, with those in it; event files of
   * earlier sessions go. A TensorBoard that is showing them starts again with the new one.
   *
   * @param history what there is of them
   */
  public static TensorBoardSink replay(Path folder, MetricHistory history, Clock clock) {
    List<Path> earlier = files(folder);
    TensorBoardSink sink = open(folder, clock);
    sink.write(
        Event.newBuilder()
            .setWallTime(sink.now())
            .setSessionLog(SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START)));
    history
        .figures()
        .forEach(line -> sink.scalars(line.step(), line.values(), seconds(line.time())));
    history
        .histograms()
        .forEach(line -> sink.histograms(line.step(), line.histograms(), seconds(line.time())));
    try {
      for (Path file : earlier) {
        Files.delete(file);
      }
    } catch (IOException cause) {
      sink.close();
      throw WriteFailure.of(folder, cause);
    }
    return sink;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
    } catch (IOException cause) {
      throw ReadFailure.of(folder, cause);
    }
  }

  static TensorBoardSink begin(Path path, Clock clock, OutputStream file) {
    TensorBoardSink sink = new TensorBoardSink(path, clock, new BufferedOutputStream(file));
    sink.write(Event.newBuilder().setWallTime(sink.now()).setFileVersion(FILE_VERSION));
    return sink;
  }

  @Override
  public void scalars(long step, Map<String, Double> values) {
    scalars(step, values, now());
  }

  private void scalars(long step, Map<String, Double> values, double time) {
    summary(step, values, time, (tag, value) -> tag.setSimpleValue(value.floatValue()));
  }

  @Override
  public void histograms(long step, Map<String, Histogram> values) {
    histograms(step, values, now());
  }

  private void histograms(long step, Map<String, Histogram> values, double time) {
    summary(step, values, time, (tag, value) -> tag.setHisto(message(value)));
  }

  private <V> void summary(
      long step, Map<String, V> values, double time, BiConsumer<Summary.Value.Builder, V> set) {
    Summary.Builder summary = Summary.newBuilder();
    new TreeMap<>(values)
        .forEach((name, value) -> set.accept(summary.addValueBuilder().setTag(name), value));
    write(Event.newBuilder().setWallTime(time).setStep(step).setSummary(summary));
  }

  /** The message has an upper limit for each bin, and moments, here those of the bins' middles. */
  private static HistogramProto message(Histogram histogram) {
    HistogramProto.Builder message =
        HistogramProto.newBuilder().setMin(histogram.low()).setMax(histogram.high());
    double sum = 0;
    double squares = 0;
    long number = 0;
    for (int bin = 0; bin < histogram.counts().size(); bin++) {
      long count = histogram.counts().get(bin);
      double middle = (histogram.start(bin) + histogram.start(bin + 1)) / 2;
      message.addBucketLimit(histogram.start(bin + 1)).addBucket(count);
      number += count;
      sum += count * middle;
      squares += count * middle * middle;
    }
    return message.setNum(number).setSum(sum).setSumSquares(squares).build();
  }

  private double now() {
    return seconds(clock.instant());
  }

  private static double seconds(String time) {
    return seconds(Instant.parse(time));
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }

  private void write(Event.Builder event) {
    try {
      EventRecord.write(stream, event.build().toByteArray());
      stream.flush();
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }
}
