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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tensorflow.framework.HistogramProto;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog;

/** Writes an event file that TensorBoard shows: {@code events.out.tfevents.SECONDS.HOST}. */
public final class TensorBoardSink implements MetricSink {
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
        String.format(
            Locale.ROOT, "events.out.tfevents.%010d.%s", clock.instant().getEpochSecond(), host);
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
   * Creates one more event file for a run that goes on from a checkpoint; TensorBoard joins those
   * of a folder, and drops from the earlier ones what comes after the checkpoint.
   *
   * @param step of the checkpoint
   */
  public static TensorBoardSink resume(Path folder, long step, Clock clock) {
    TensorBoardSink sink = open(folder, clock);
    sink.write(
        Event.newBuilder()
            .setStep(step + 1)
            .setSessionLog(SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START)));
    return sink;
  }

  static TensorBoardSink begin(Path path, Clock clock, OutputStream file) {
    TensorBoardSink sink = new TensorBoardSink(path, clock, new BufferedOutputStream(file));
    sink.write(Event.newBuilder().setFileVersion(FILE_VERSION));
    return sink;
  }

  @Override
  public void scalars(long step, Map<String, Double> values) {
    Summary.Builder summary = Summary.newBuilder();
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                summary.addValue(
                    Summary.Value.newBuilder().setTag(name).setSimpleValue(value.floatValue())));
    write(Event.newBuilder().setStep(step).setSummary(summary));
  }

  @Override
  public void histograms(long step, Map<String, Histogram> values) {
    Summary.Builder summary = Summary.newBuilder();
    new TreeMap<>(values)
        .forEach(
            (name, histogram) ->
                summary.addValue(
                    Summary.Value.newBuilder().setTag(name).setHisto(message(histogram))));
    write(Event.newBuilder().setStep(step).setSummary(summary));
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
      EventRecord.write(stream, event.setWallTime(clock.millis() / 1000.0).build().toByteArray());
      stream.flush();
    } catch (IOException cause) {
      throw WriteFailure.of(path, cause);
    }
  }
}
