package io.dyad.benchmark;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Data;
import io.dyad.api.DataSource;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.Npz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A batch of 256 shuffled rows of data that lie ready, and the shuffle of an epoch. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FetchBenchmark {
  private static final int BATCH = 256;

  /** Fashion-MNIST has images of 28 x 28; of the others there are so many of 3 x 8 x 8. */
  @Param({"fashion-mnist", "1000", "1000000"})
  private String data = "";

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final List<DataSource> sources = new ArrayList<>();
  private long[] order = {};
  private long epoch;
  private int at;

  /** Opens the data. */
  @Setup
  public void open() throws IOException {
    List<String> settings = new ArrayList<>();
    if (Character.isDigit(data.charAt(0))) {
      Path archive = Files.createTempFile("dyad-", ".npz");
      int rows = Integer.parseInt(data);
      Npz.write(
          archive,
          Map.of(
              "x_train", NpyArray.of(new byte[rows * 3 * 8 * 8], rows, 3, 8, 8),
              "y_train", NpyArray.of(new byte[rows], rows)));
      settings.addAll(List.of("data.use=npz", "data.layout=nchw", "data.path=" + archive));
    } else {
      settings.add("data.use=" + data);
    }
    Plugins plugins = Plugins.load(FetchBenchmark.class.getClassLoader());
    sources.add(
        ResolvedSpec.of(ExperimentFile.load("quick-start", settings, plugins).experiment().data())
            .create(harness.setup()));
    order = shuffled();
  }

  /** Fetches the next rows of an epoch. */
  @Benchmark
  public int batch() {
    at = at + 2 * BATCH > order.length ? 0 : at + BATCH;
    long[] ids = Arrays.copyOfRange(order, at, at + BATCH);
    try (NDManager step = harness.manager().newSubManager()) {
      return threads
          + sources.get(0).fetch(Data.TRAIN, ids, harness.context(step)).targets().names().size();
    }
  }

  /** Shuffles the ids of an epoch. */
  @Benchmark
  public long[] shuffled() {
    try (NDManager scratch = harness.manager().newSubManager()) {
      return new SeededDraws(1, scratch)
          .at("order", epoch++)
          .permutation("samples", sources.get(0).size(Data.TRAIN))
          .toLongArray();
    }
  }

  /** Frees the data. */
  @TearDown
  public void close() {
    sources.forEach(DataSource::close);
    harness.close();
  }
}
