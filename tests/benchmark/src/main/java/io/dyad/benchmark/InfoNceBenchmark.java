package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Loss;
import io.dyad.api.PairSampler;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.benchmark.clock.MemoryProfiler;
import io.dyad.contract.harness.FakeEncoded;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contrast.infonce.InfoNceOptions;
import io.dyad.contrast.infonce.InfoNceProvider;
import io.dyad.contrast.pairs.InBatchOptions;
import io.dyad.contrast.pairs.InBatchProvider;
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

/**
 * InfoNCE of two views with its gradients: the equation that knows the structure of a batch. From
 * 512 rows a view on it works in strips.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class InfoNceBenchmark {
  @Param({"64", "512", "2048", "8192"})
  private int rows;

  @Param({"128"})
  private int width;

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final HarnessContext context = harness.context();
  private final Loss loss =
      new InfoNceProvider().create(new InfoNceOptions(0.2, true), harness.setup());
  private final PairSampler pairs =
      new InBatchProvider()
          .create(new InBatchOptions("projection", true, true, true, false), harness.setup());
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
      NDArray[] both = views.toArray(NDArray[]::new);
      FakeEncoded encoded = FakeEncoded.projections(both);
      NDArray value = loss.evaluate(encoded, pairs.sample(encoded, context), context).total();
      harness.gradients(value, both);
    }
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
