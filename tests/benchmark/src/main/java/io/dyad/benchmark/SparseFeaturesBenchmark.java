package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Kernel;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.engine.Engines;
import io.dyad.toolkit.draws.SeededDraws;
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
 * The product of bags of words with the first weight, as a dense product and as a sparse one whose
 * entries are looked for every time, with the gradient of the weight.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class SparseFeaturesBenchmark {
  /** Known graphs: nodes, words, and the share of words a node has. */
  public enum Features {
    /** Citations. */
    CORA(2708, 1433, 0.0127),
    /** Products bought together. */
    AMAZON_PHOTO(7650, 745, 0.347);

    private final int nodes;
    private final int words;
    private final double share;

    Features(int nodes, int words, double share) {
      this.nodes = nodes;
      this.words = words;
      this.share = share;
    }
  }

  /** How the product is made; the names of functions of the kernel. */
  @Param({"dense", "sparse", "sparsecsr"})
  private String way = "dense";

  @Param private Features features = Features.CORA;

  @Param({"256"})
  private int width = 256;

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final Kernel kernel =
      harness.kernels().resource(MessagePassingBenchmark.class, "message-passing");
  private NDArray words = harness.constant(new Shape(1), 0);
  private NDArray weight = words;
  private NDArray slope = words;

  /** Draws words. */
  @Setup
  public void draw() {
    SeededDraws draws = new SeededDraws(1, harness.manager());
    words =
        draws
            .uniform("words", new Shape(features.nodes, features.words))
            .lt((float) features.share)
            .toType(DataType.FLOAT32, false);
    weight = draws.normal("weight", new Shape(features.words, width));
    slope = draws.normal("slope", new Shape(features.nodes, width));
    weight.setRequiresGradient(true);
  }

  @Benchmark
  public long gradient() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray product = kernel.call(way, words, weight).singletonOrThrow();
      return threads + harness.gradients(product.mul(slope).sum(), weight).size();
    }
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
