package io.dyad.benchmark;

import static java.util.Objects.requireNonNull;

import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingLoop;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of the real training loop on the preset {@code tiny-mlp}: encode two given views, InfoNCE,
 * gradients, AdamW. An operation is one of the steps of a whole run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class TinyMlpStepBenchmark {
  private static final int STEPS = 500;

  private final PresetTraining training = new PresetTraining("tiny-mlp", List.of());
  private @Nullable TrainingLoop loop;

  @Setup(Level.Invocation)
  public void open() {
    loop = training.loop(new TrainingListener() {}, new StopRequest());
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step() {
    KernelProfiler.CLOCK.steps(STEPS, requireNonNull(loop)::run);
  }

  @TearDown(Level.Invocation)
  public void closeLoop() {
    requireNonNull(loop).close();
  }

  @TearDown
  public void close() {
    training.close();
  }
}
