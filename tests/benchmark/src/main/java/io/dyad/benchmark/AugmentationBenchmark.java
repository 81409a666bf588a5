package io.dyad.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Batch;
import io.dyad.api.Spec;
import io.dyad.api.Targets;
import io.dyad.api.ViewGenerator;
import io.dyad.contract.harness.Harness;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.options.ResolvedSpec;
import io.dyad.toolkit.draws.SeededDraws;
import io.dyad.toolkit.view.TensorView;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the views of the preset {@code simclr} cost an image: crop, flip, jitter with hue, grey. An
 * operation is one augmented image.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class AugmentationBenchmark {
  private static final int IMAGES = 256;
  private static final int VIEWS = 2;
  private static final Shape SHAPE = new Shape(IMAGES, 3, 32, 32);

  private final int threads = Engines.start("cpu", "1").threads();
  private final Harness harness = new Harness(DataType.FLOAT32);
  private final ViewGenerator generator = ResolvedSpec.of(views()).create(harness.setup());
  private final Batch batch = batch(harness.manager());

  private static Spec<ViewGenerator> views() {
    Plugins plugins = Plugins.load(AugmentationBenchmark.class.getClassLoader());
    List<String> settings =
        List.of("data.use=blank", "data.samples=256", "data.width=1", "views.count=" + VIEWS);
    return ExperimentFile.load("simclr", settings, plugins).experiment().views();
  }

  private static Batch batch(NDManager manager) {
    NDArray pixels =
        new SeededDraws(1, manager).integers("pixels", 256, SHAPE).toType(DataType.UINT8, false);
    long[] ids = LongStream.range(0, IMAGES).toArray();
    return Batch.of(ids, TensorView.of(pixels), Targets.NONE);
  }

  @Benchmark
  @OperationsPerInvocation(IMAGES * VIEWS)
  public int image() {
    try (NDScope scope = new NDScope();
        GradientMode mode = GradientMode.disabled()) {
      scope.suppressNotUsedWarning();
      return threads + generator.generate(batch, harness.context()).all().size();
    }
  }

  @TearDown
  public void close() {
    generator.close();
    harness.close();
  }
}
