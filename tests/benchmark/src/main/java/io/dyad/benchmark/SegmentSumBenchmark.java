package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.engine.Engines;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.kernel.SegmentSum;
import io.dyad.toolkit.kernel.SparseProduct;
import java.util.Arrays;
import java.util.SplittableRandom;
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
 * Messages along the edges of a graph with their gradients: the sum of given messages, and the
 * products with a sparse matrix in both of its forms.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SegmentSumBenchmark {
  /** Cora, and a graph of users and items. */
  public enum Size {
    /** 2,708 nodes of width 256. */
    E13600_D256(2708, 13600, 256),
    /** 40,000 nodes of width 64. */
    E400000_D64(40000, 400000, 64);

    private final int nodes;
    private final int edges;
    private final int width;

    Size(int nodes, int edges, int width) {
      this.nodes = nodes;
      this.edges = edges;
      this.width = width;
    }
  }

  @Param private Size size = Size.E13600_D256;

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final SegmentSum segments = new SegmentSum(harness.kernels());
  private final SparseProduct product = new SparseProduct(harness.kernels());
  private NDArray rows = harness.constant(new Shape(1), 0);
  private NDArray starts = rows;
  private NDArray columns = rows;
  private NDArray weights = rows;
  private NDArray dense = rows;
  private NDArray messages = rows;

  /** Draws a graph. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    long[] from = random.longs(size.edges, 0, size.nodes).sorted().toArray();
    long[] begin = new long[size.nodes + 1];
    Arrays.stream(from).forEach(row -> begin[(int) row + 1]++);
    Arrays.parallelPrefix(begin, Long::sum);
    rows = harness.manager().create(from);
    starts = harness.manager().create(begin);
    columns = harness.manager().create(random.longs(size.edges, 0, size.nodes).toArray());
    weights = harness.manager().ones(new Shape(size.edges));
    SeededDraws draws = new SeededDraws(1, harness.manager());
    dense = draws.normal("dense", new Shape(size.nodes, size.width));
    messages = draws.normal("messages", new Shape(size.edges, size.width));
    dense.setRequiresGradient(true);
    messages.setRequiresGradient(true);
  }

  @Benchmark
  public int sum() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return gradient(segments.sum(messages, rows, size.nodes), messages);
    }
  }

  @Benchmark
  public int compressed() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return gradient(product.compressed(starts, columns, weights, dense), dense);
    }
  }

  @Benchmark
  public int edges() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return gradient(product.edges(rows, columns, weights, dense, size.nodes), dense);
    }
  }

  private int gradient(NDArray result, NDArray input) {
    return threads + harness.gradients(result.sum(), input).size();
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
