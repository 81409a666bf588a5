package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.benchmark.clock.MemoryProfiler;
import io.dyad.benchmark.graph.CitationGraph;
import io.dyad.benchmark.graph.CompressedRows;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contrast.infonce.InfoNceOptions;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.InBatchOptions;
import io.dyad.contrast.pairs.InBatchProvider;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.training.optimizer.Adam;
import io.dyad.runtime.training.optimizer.Gradients;
import io.dyad.runtime.training.optimizer.Trained;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.kernel.SparseProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of GRACE on a graph of Cora's size, width 256: two given views, a GCN of two layers, a
 * projection of two, InfoNCE with all other nodes of both views as negatives, Adam.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class GcnInfoNceBenchmark {
  private static final int WIDTH = 256;

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final HarnessContext context = harness.context();
  private final SparseProduct product =
      new SparseProduct(KernelProfiler.CLOCK.kernels().timed(harness.kernels()));
  private final Loss loss =
      new InfoNceProvider().create(new InfoNceOptions(0.4, true), harness.setup());
  private final PairSampler pairs =
      new InBatchProvider()
          .create(new InBatchOptions("projection", true, true, true, false), harness.setup());
  private final List<Trained> trained = new ArrayList<>();
  private final NDArray words = parameter("words", CitationGraph.FEATURES, WIDTH);
  private final NDArray hidden = parameter("hidden", WIDTH, WIDTH);
  private final NDArray head = parameter("head", WIDTH, WIDTH);
  private final NDArray out = parameter("out", WIDTH, WIDTH);
  private final Adam optimizer =
      new Adam(
          KernelProfiler.CLOCK.kernels().timed(harness.kernels()),
          harness.manager(),
          trained,
          0,
          new Adam.Options(0.9, 0.999, 1e-8, true));
  private final NDArray halted = harness.manager().zeros(new Shape());
  private final CitationGraph graph = new CitationGraph(1, harness.manager());
  private final View first = new View(graph.adjacency(0.2), graph.features(0.3));
  private final View second = new View(graph.adjacency(0.4), graph.features(0.4));

  private record View(CompressedRows adjacency, CompressedRows features) {}

  private NDArray parameter(String name, int inputs, int outputs) {
    NDArray array =
        new SeededDraws(1, harness.manager())
            .normal(name, new Shape(inputs, outputs))
            .mul(Math.sqrt(2.0 / (inputs + outputs)));
    array.setRequiresGradient(true);
    trained.add(new Trained(name, array, 1, 1e-5));
    return array;
  }

  @Setup
  public void settle() {
    MemoryProfiler.idle();
  }

  @Benchmark
  public int step() {
    KernelProfiler.CLOCK.steps(1, this::train);
    return threads;
  }

  private void train() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      FakeEncoded encoded = FakeEncoded.projections(project(first), project(second));
      NDArray value = loss.evaluate(encoded, pairs.sample(encoded, context), context).total();
      optimizer.step(Gradients.of(value, halted), 0.0005);
    }
  }

  private NDArray project(View view) {
    NDArray one = Activation.relu(times(view.adjacency(), times(view.features(), words)));
    NDArray two = Activation.relu(times(view.adjacency(), one.matMul(hidden)));
    return Activation.elu(two.matMul(head), 1).matMul(out);
  }

  private NDArray times(CompressedRows sparse, NDArray dense) {
    return product.compressed(sparse.starts(), sparse.columns(), sparse.weights(), dense);
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
