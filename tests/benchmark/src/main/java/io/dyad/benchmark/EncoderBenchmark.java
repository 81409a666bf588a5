package io.dyad.benchmark;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.dyad.api.Encoder;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.contract.harness.Harness;
import io.dyad.contract.harness.HarnessContext;
import io.dyad.contract.harness.HarnessSetup;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.experiment.Precision;
import io.dyad.toolkit.view.TensorView;
import io.dyad.vision.encoder.Conv4Options;
import io.dyad.vision.encoder.Conv4Provider;
import io.dyad.vision.encoder.NormKind;
import io.dyad.vision.encoder.ResNetOptions;
import io.dyad.vision.encoder.ResNetProvider;
import io.dyad.vision.encoder.ResNetStem;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * A forward pass of a convolutional encoder and the gradients of all its parameters: {@code resnet}
 * (18 layers, width 64, 3 x 32 x 32) and {@code conv4} (width 32, 1 x 28 x 28).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class EncoderBenchmark {
  @Param({"resnet", "conv4"})
  private String network = "";

  @Param({"BATCH", "GROUP"})
  private NormKind norm = NormKind.BATCH;

  @Param({"FLOAT32", "BF16"})
  private Precision precision = Precision.FLOAT32;

  @Param("64")
  private int rows;

  private final Harness harness;
  private final HarnessContext context;
  private @Nullable TensorView images;
  private @Nullable Encoder encoder;
  private NDArray[] parameters = {};

  /** Starts the engine with one thread. */
  public EncoderBenchmark() {
    Engines.start("cpu", "1");
    harness = new Harness(DataType.FLOAT32);
    context = harness.context();
  }

  @Setup
  public void make() {
    boolean colour = network.equals("resnet");
    Shape shape = colour ? new Shape(rows, 3, 32, 32) : new Shape(rows, 1, 28, 28);
    images = TensorView.of(harness.setup().draws().normal("images", shape));
    HarnessSetup setup = harness.setup().with(images).computing(precision.type());
    encoder =
        colour
            ? new ResNetProvider()
                .create(new ResNetOptions(18, ResNetStem.CIFAR, 64, false, norm, 32), setup)
            : new Conv4Provider().create(new Conv4Options(32, norm, 32), setup);
    parameters =
        encoder.parameters().groups().values().stream()
            .flatMap(group -> group.values().stream())
            .toArray(NDArray[]::new);
    for (NDArray parameter : parameters) {
      parameter.setRequiresGradient(true);
    }
  }

  @Benchmark
  public void gradients() {
    KernelProfiler.CLOCK.steps(1, this::step);
  }

  private void step() {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray output =
          requireNonNull(encoder).encode(requireNonNull(images), context).get("representation");
      harness.gradients(output.square().sum(), parameters);
    }
  }

  @TearDown
  public void close() {
    requireNonNull(encoder).close();
    harness.close();
  }
}
