package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.engine.Engines;
import io.dyad.toolkit.draws.SeededDraws;
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
 * Ways to send messages along the edges of a graph, forwards and with the gradient of the rows, on
 * random graphs of the size of known ones, self-loops included.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessagePassingBenchmark {
  /** Known graphs: nodes and directed edges. */
  public enum Graph {
    /** Citations. */
    CORA(2708, 10556),
    /** Products bought together. */
    AMAZON_PHOTO(7650, 238162);

    private final int nodes;
    private final int edges;

    Graph(int nodes, int edges) {
      this.nodes = nodes;
      this.edges = edges;
    }
  }

  /** How the product is made; the names of functions of the kernel. */
  @Param({"bag", "scatter", "segments", "coo", "csr", "reduced", "both"})
  private String way = "bag";

  @Param private Graph graph = Graph.CORA;

  @Param({"256", "128"})
  private int width = 256;

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final Kernel kernel =
      harness.kernels().resource(MessagePassingBenchmark.class, "message-passing");
  private NDArray rows = harness.constant(new Shape(1), 0);
  private NDArray starts = rows;
  private NDArray columns = rows;
  private NDArray weights = rows;
  private NDArray dense = rows;
  private NDArray slope = rows;

  /** Draws a graph. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(1);
    int entries = graph.edges + graph.nodes;
    long[] to = random.longs(entries, 0, graph.nodes).sorted().toArray();
    long[] begin = new long[graph.nodes + 1];
    Arrays.stream(to).forEach(row -> begin[(int) row + 1]++);
    Arrays.parallelPrefix(begin, Long::sum);
    rows = harness.manager().create(to);
    starts = harness.manager().create(begin);
    columns = harness.manager().create(random.longs(entries, 0, graph.nodes).toArray());
    SeededDraws draws = new SeededDraws(1, harness.manager());
    weights = draws.uniform("weights", new Shape(entries));
    dense = draws.normal("dense", new Shape(graph.nodes, width));
    slope = draws.normal("slope", new Shape(graph.nodes, width));
    dense.setRequiresGradient(true);
  }

  @Benchmark
  public long forward() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return threads + product(dense.stopGradient()).size();
    }
  }

  @Benchmark
  public long gradient() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray value = product(dense).mul(slope).sum();
      return threads + harness.gradients(value, dense).size();
    }
  }

  private NDArray product(NDArray x) {
    return kernel.call(way, x, starts, rows, columns, weights).singletonOrThrow();
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
