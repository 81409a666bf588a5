package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Kernel;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.benchmark.clock.MemoryProfiler;
import io.dyad.contract.harness.Harness;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.runtime.engine.Engines;
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

/** How high a strip of InfoNCE's similarities should be; 0 holds all of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class InfoNceStripsBenchmark {
  private static final long[] NUMBERS = {0, 1};

  @Param({"256", "1024", "2708"})
  private int rows;

  @Param({"256"})
  private int width;

  @Param({"0", "64", "128", "256", "512"})
  private int height;

  /** Whether anchors are the keys, so that a product serves both directions. */
  @Param({"true"})
  private boolean mutual;

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final Kernel kernel = harness.kernels().resource(InfoNceProvider.class, "info-nce");
  private final NDList views = new NDList();

  @Setup
  public void draw() {
    views.addAll(TwoViews.drawn(rows, width, harness.manager()));
    MemoryProfiler.idle();
  }

  @Benchmark
  public int gradients() {
    KernelProfiler.CLOCK.steps(1, this::evaluate);
    return threads;
  }

  private void evaluate() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray loss =
          kernel
              .call(
                  "structured",
                  views,
                  views,
                  NUMBERS,
                  NUMBERS,
                  mutual,
                  0.2,
                  true,
                  true,
                  true,
                  true,
                  height)
              .singletonOrThrow();
      harness.gradients(loss, views.toArray(NDArray[]::new));
    }
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
