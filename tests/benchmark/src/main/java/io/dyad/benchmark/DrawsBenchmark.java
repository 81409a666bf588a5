package io.dyad.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Draws;
import io.dyad.runtime.engine.Engines;
import io.dyad.toolkit.draws.SeededDraws;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Named draws for 256 samples, as an augmentation asks for them: a stream of its own for each
 * sample.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class DrawsBenchmark {
  private static final int SAMPLES = 256;
  private static final Shape SHAPE = new Shape(SAMPLES, 25);

  private final Device device = Engines.start("cpu", "1").device();
  private final NDManager manager = NDManager.newBaseManager(device);
  private final Draws draws =
      new SeededDraws(1, manager).forSamples(LongStream.range(0, SAMPLES).toArray());

  @Benchmark
  public long uniform() {
    try (NDArray drawn = draws.uniform("place", SHAPE)) {
      return drawn.size();
    }
  }

  @Benchmark
  public long normal() {
    try (NDArray drawn = draws.normal("noise", SHAPE)) {
      return drawn.size();
    }
  }

  @TearDown
  public void close() {
    manager.close();
  }
}
