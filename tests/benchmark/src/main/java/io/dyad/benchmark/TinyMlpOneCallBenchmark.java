package io.dyad.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.toolkit.draws.SeededDraws;
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

/**
 * The least that the step of {@link TinyMlpStepBenchmark} can cost: all of it in one call of one
 * kernel.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class TinyMlpOneCallBenchmark {
  private static final Shape[] SHAPES = {
    new Shape(128, 784), new Shape(128), new Shape(64, 128), new Shape(64)
  };

  private final Device device = Engines.start("cpu", "1").device();
  private final NDManager manager = NDManager.newBaseManager(device);
  private final ScriptKernels kernels = new ScriptKernels(device);
  private final Kernel kernel = kernels.resource(TinyMlpOneCallBenchmark.class, "tiny-mlp");
  private final SeededDraws draws = new SeededDraws(1, manager);
  private final NDArray first = draws.normal("view-1", new Shape(64, 784));
  private final NDArray second = draws.normal("view-2", new Shape(64, 784));
  private final NDList parameters = new NDList();
  private final NDList means = new NDList();
  private final NDList squares = new NDList();
  private final NDList counts = new NDList();

  /** Makes small random parameters and the state of AdamW. */
  public TinyMlpOneCallBenchmark() {
    for (Shape shape : SHAPES) {
      NDArray parameter = draws.normal("parameter " + shape, shape).mul(0.05);
      parameter.setRequiresGradient(true);
      parameters.add(parameter);
      means.add(manager.zeros(shape));
      squares.add(manager.zeros(shape));
      counts.add(manager.zeros(new Shape()));
    }
  }

  @Benchmark
  public float step() {
    try (GradientMode mode = GradientMode.enabled();
        NDList loss =
            kernel.call("step", first, second, parameters, means, squares, counts, 0.001, 0.2)) {
      return loss.singletonOrThrow().getFloat();
    }
  }

  @TearDown
  public void close() {
    kernels.close();
    manager.close();
  }
}
