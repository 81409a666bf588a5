package io.dyad.benchmark;

import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import io.dyad.api.Data;
import io.dyad.api.Embeddings;
import io.dyad.api.Evaluator;
import io.dyad.api.Kernels;
import io.dyad.api.Setup;
import io.dyad.api.Targets;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.benchmark.given.GivenFeatures;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.evaluation.DescentOptions;
import io.dyad.runtime.evaluation.KnnOptions;
import io.dyad.runtime.evaluation.KnnProvider;
import io.dyad.runtime.evaluation.LinearProbeOptions;
import io.dyad.runtime.evaluation.LinearProbeOptions.Scaling;
import io.dyad.runtime.evaluation.LinearProbeOptions.Solver;
import io.dyad.runtime.evaluation.LinearProbeProvider;
import io.dyad.runtime.evaluation.RetrievalOptions;
import io.dyad.runtime.evaluation.RetrievalProvider;
import io.dyad.runtime.kernel.GradientMode;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole evaluators on features of width 128 once. Time and peak memory of a million rows:
 *
 * <pre>
 * tests/benchmark/run.sh Evaluation -p rows=1000000 -p queries=10000 -p evaluator=knn
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class EvaluationBenchmark {
  private static final int WIDTH = 128;
  private static final int ITERATIONS = 20;
  private static final int EPOCHS = 5;

  @Param({"10000"})
  private int rows;

  @Param({"1000"})
  private int queries;

  @Param({"10"})
  private int classes;

  @Param({"knn", "retrieval", "lbfgs", "sgd"})
  private String evaluator = "knn";

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private Optional<GivenFeatures> features = Optional.empty();

  @org.openjdk.jmh.annotations.Setup(Level.Trial)
  public void draw() {
    features = Optional.of(GivenFeatures.draw(harness.context(), rows, queries, WIDTH, classes));
  }

  @Benchmark
  public int evaluate() {
    try (GradientMode ignored = GradientMode.disabled();
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Evaluator made = make(setup());
      KernelProfiler.CLOCK.steps(1, () -> made.evaluate(features.orElseThrow()));
      return threads;
    }
  }

  private Setup setup() {
    Kernels timed = KernelProfiler.CLOCK.kernels().timed(harness.kernels());
    Setup plain = harness.setup();
    return (Setup)
        Proxy.newProxyInstance(
            Setup.class.getClassLoader(),
            new Class<?>[] {Setup.class},
            (proxy, method, arguments) ->
                method.getName().equals("kernels") ? timed : method.invoke(plain, arguments));
  }

  private Evaluator make(Setup setup) {
    String output = Embeddings.REPRESENTATION;
    return switch (evaluator) {
      case "knn" ->
          new KnnProvider()
              .create(
                  new KnnOptions(20, 0.07, output, Data.TRAIN, Data.TEST, Targets.LABEL), setup);
      case "retrieval" ->
          new RetrievalProvider()
              .create(
                  new RetrievalOptions(
                      List.of(1, 5, 10), Targets.LABEL, output, Data.TRAIN, Data.TEST),
                  setup);
      default ->
          new LinearProbeProvider()
              .create(
                  new LinearProbeOptions(
                      0,
                      Scaling.UNIT,
                      1,
                      evaluator.equals("sgd") ? Solver.SGD : Solver.LBFGS,
                      ITERATIONS,
                      new DescentOptions(EPOCHS, 1024, 1),
                      output,
                      Data.TRAIN,
                      Data.TEST,
                      Targets.LABEL),
                  setup);
    };
  }

  @TearDown
  public void close() {
    harness.close();
  }
}
