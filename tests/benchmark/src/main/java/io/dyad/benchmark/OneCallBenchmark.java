package io.dyad.benchmark;

import static java.util.Objects.requireNonNull;

import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.benchmark.drive.OneStep;
import java.util.List;
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
 * Whether one program a step pays: encode, contrast and update as separate calls, and as one call
 * of a program joined from the same sources, on the tiny MLP and on ResNet-18 at 32 x 32.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 10, time = 2)
public class OneCallBenchmark {
  /** Which network: the tiny MLP on 2 x 64 rows, ResNet-18 on 2 x 32 images. */
  public enum Network {
    TINY_MLP("tiny-mlp"),
    RESNET_18("drive");

    private final String preset;

    Network(String preset) {
      this.preset = preset;
    }
  }

  @Param private Network network = Network.TINY_MLP;

  private @Nullable OneStep step;

  @Setup
  public void open() {
    step = new OneStep(network.preset, List.of("engine.threads=1"));
  }

  @Benchmark
  public void separate() {
    KernelProfiler.CLOCK.steps(1, requireNonNull(step)::separate);
  }

  @Benchmark
  public void joined() {
    KernelProfiler.CLOCK.steps(1, requireNonNull(step)::joined);
  }

  @TearDown
  public void close() {
    requireNonNull(step).close();
  }
}
