package io.dyad.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.training.optimizer.Adam;
import io.dyad.runtime.training.optimizer.Gradients;
import io.dyad.runtime.training.optimizer.Lars;
import io.dyad.runtime.training.optimizer.Optimizer;
import io.dyad.runtime.training.optimizer.Sgd;
import io.dyad.runtime.training.optimizer.Trained;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * A step of each optimiser on the parameters of an MLP 784-128-64, or with {@code -p
 * network=RESNET18} on about those of that network, 63 arrays, with the gradients of the sum of
 * their squares.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class OptimizerBenchmark {
  private static final double DECAY = 0.0001;

  /** Which optimiser. */
  public enum Algorithm {
    SGD,
    ADAMW,
    ADAM,
    LARS,
    LARC
  }

  /** Whose parameters. */
  public enum Network {
    MLP,
    RESNET18
  }

  @Param("MLP")
  private Network network = Network.MLP;

  @Param private Algorithm algorithm = Algorithm.SGD;

  private final Device device = Engines.start("cpu", "1").device();
  private final NDManager manager = NDManager.newBaseManager(device);
  private final ScriptKernels kernels = new ScriptKernels(device);
  private List<Trained> parameters = List.of();
  private final NDArray halted = manager.zeros(new Shape());
  private Optimizer optimizer = optimizer(Algorithm.SGD);

  private List<Trained> parameters() {
    List<Shape> shapes = shapes().toList();
    return IntStream.range(0, shapes.size())
        .mapToObj(i -> new Trained("p" + i, parameter(shapes.get(i)), 1, DECAY))
        .toList();
  }

  private Stream<Shape> shapes() {
    return switch (network) {
      case MLP -> Stream.of(new Shape(128, 784), new Shape(128), new Shape(64, 128), new Shape(64));
      case RESNET18 ->
          IntStream.range(0, 21)
              .mapToObj(i -> i < 5 ? 64 : i < 10 ? 128 : i < 15 ? 256 : 512)
              .flatMap(c -> Stream.of(new Shape(c, c, 3, 3), new Shape(c), new Shape(c)));
    };
  }

  private NDArray parameter(Shape shape) {
    NDArray array = manager.ones(shape);
    array.setRequiresGradient(true);
    return array;
  }

  @Setup
  public void choose() {
    parameters = parameters();
    optimizer = optimizer(algorithm);
  }

  private Optimizer optimizer(Algorithm wanted) {
    return switch (wanted) {
      case SGD -> new Sgd(kernels, manager, parameters, 0, new Sgd.Options(0.9, false));
      case ADAMW ->
          new Adam(kernels, manager, parameters, 0, new Adam.Options(0.9, 0.999, 1e-8, true));
      case ADAM ->
          new Adam(kernels, manager, parameters, 0, new Adam.Options(0.9, 0.999, 1e-8, false));
      case LARS -> new Lars(kernels, manager, parameters, 0, new Lars.Options(0.9, 0.001));
      case LARC ->
          new Lars(
              kernels,
              manager,
              parameters,
              0,
              new Lars.Options(0.9, 0.001, Lars.Rule.LARC, 1e-8, true, true));
    };
  }

  @Benchmark
  public long step() {
    try (NDScope scope = new NDScope();
        GradientMode mode = GradientMode.enabled()) {
      scope.suppressNotUsedWarning();
      NDArray loss =
          parameters.stream()
              .map(parameter -> parameter.array().square().sum())
              .reduce(NDArray::add)
              .orElseThrow();
      return optimizer.step(Gradients.of(loss, halted), 0.001).size();
    }
  }

  @TearDown
  public void close() {
    kernels.close();
    manager.close();
  }
}
