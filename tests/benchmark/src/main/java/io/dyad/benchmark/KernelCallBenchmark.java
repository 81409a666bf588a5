package io.dyad.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a call of a kernel costs beside DJL's own operator, on arrays too small to matter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class KernelCallBenchmark {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final NDArray x = manager.ones(new Shape(8));
  private final NDArray y = manager.ones(new Shape(8));
  private final ScriptKernels kernels = new ScriptKernels(Device.cpu());
  private final Kernel kernel = kernels.resource(KernelCallBenchmark.class, "add");

  /** Results are closed where they are made; a leak would show as growing time. */
  @Setup(Level.Iteration)
  public void check() {
    if (manager.getManagedArrays().size() != 2) {
      throw new IllegalStateException("arrays are left: " + manager.getManagedArrays().size());
    }
  }

  @Benchmark
  public long kernel() {
    try (NDArray sum = kernel.call("add", x, y, 0.5).singletonOrThrow()) {
      return sum.size();
    }
  }

  @Benchmark
  public long operator() {
    try (NDArray sum = x.add(y)) {
      return sum.size();
    }
  }

  @TearDown
  public void close() {
    kernels.close();
    manager.close();
  }
}
