package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.evaluation.NearestNeighbours;
import io.dyad.runtime.kernel.GradientMode;
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

/**
 * The 20 nearest of a bank for each of 1,000 queries, and the matrix products alone that this needs
 * at least. Under load compare {@code thread-cpu}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 5, time = 1)
public class NeighbourBenchmark {
  private static final int WIDTH = 128;
  private static final int QUERIES = 1000;
  private static final int NEIGHBOURS = 20;
  private static final long PRODUCT_QUERIES = 500;
  private static final long PRODUCT_ROWS = 4000;

  @Param({"10000", "100000", "1000000"})
  private int bank;

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final NearestNeighbours nearest =
      new NearestNeighbours(KernelProfiler.CLOCK.kernels().timed(harness.kernels()));
  private NDArray rows = harness.constant(new Shape(0));
  private NDArray queries = rows;
  private NDArray origin = rows;

  @Setup
  public void draw() {
    rows = harness.manager().randomNormal(new Shape(bank, WIDTH));
    queries = harness.manager().randomNormal(new Shape(QUERIES, WIDTH));
    origin = NearestNeighbours.zero(rows);
  }

  @Benchmark
  public int neighbours() {
    try (GradientMode ignored = GradientMode.disabled()) {
      KernelProfiler.CLOCK.steps(
          1, () -> nearest.visit(rows, queries, origin, NEIGHBOURS, (first, found) -> {}));
      return threads;
    }
  }

  @Benchmark
  public int products() {
    try (GradientMode ignored = GradientMode.disabled()) {
      KernelProfiler.CLOCK.steps(1, this::multiply);
      return threads;
    }
  }

  private void multiply() {
    for (long query = 0; query < QUERIES; query += PRODUCT_QUERIES) {
      for (long row = 0; row < bank; row += PRODUCT_ROWS) {
        try (NDScope scope = new NDScope()) {
          scope.suppressNotUsedWarning();
          part(rows, row, PRODUCT_ROWS).matMul(part(queries, query, PRODUCT_QUERIES).transpose());
        }
      }
    }
  }

  private static NDArray part(NDArray rows, long from, long most) {
    return rows.get(new NDIndex("{}:{}", from, Math.min(rows.getShape().get(0), from + most)));
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
