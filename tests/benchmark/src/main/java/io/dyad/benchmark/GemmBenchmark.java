package io.dyad.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.kernel.GradientMode;
import java.util.concurrent.TimeUnit;
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

/** The engine's product of two square matrices, beside which other figures are to be read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GemmBenchmark {
  private static final int SIDE = 512;

  private final Device device = Engines.start("cpu", "1").device();
  private final NDManager manager = NDManager.newBaseManager(device);
  private final NDArray left = manager.randomNormal(new Shape(SIDE, SIDE));
  private final NDArray right = manager.randomNormal(new Shape(SIDE, SIDE));

  @Benchmark
  public long product() {
    try (GradientMode mode = GradientMode.disabled();
        NDArray product = left.matMul(right)) {
      return product.size();
    }
  }

  @TearDown
  public void close() {
    manager.close();
  }
}
