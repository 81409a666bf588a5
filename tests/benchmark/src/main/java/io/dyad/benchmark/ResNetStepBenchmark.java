package io.dyad.benchmark;

import static java.util.Objects.requireNonNull;

import io.dyad.api.Progress;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingLoop;
import io.dyad.toolkit.file.NpyArray;
import io.dyad.toolkit.file.Npz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of the real training loop on the preset {@code simclr}, ResNet-18 with the 3 x 3 stem on
 * random images of 3 x 32 x 32: {@code rows} samples, augmented into two views, or two given views.
 * An operation is one of the first steps of an epoch; what surrounds an epoch is left out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class ResNetStepBenchmark {
  private static final int STEPS = 3;

  @Param({"augmented", "given"})
  private String views = "";

  @Param({"float32", "bf16"})
  private String precision = "";

  @Param({"32", "64", "128"})
  private int rows;

  private @Nullable PresetTraining training;

  @Setup
  public void make() throws IOException {
    Path images = Files.createTempFile("random-images", ".npz");
    try {
      write(images);
      training = new PresetTraining("simclr", settings(images));
    } finally {
      Files.delete(images);
    }
  }

  private void write(Path path) {
    int count = rows * (STEPS + 1);
    byte[] pixels = new byte[count * 3 * 32 * 32];
    new Random(1).nextBytes(pixels);
    Npz.write(
        path,
        Map.of(
            "x_train", NpyArray.of(pixels, count, 3, 32, 32),
            "y_train", NpyArray.of(new byte[count], count)));
  }

  private List<String> settings(Path images) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "device=cpu",
                "engine.threads=1",
                "data.use=npz",
                "data.path=" + images,
                "train.batch-size=" + rows,
                "train.precision=" + precision,
                "evaluate.evaluators=null"));
    if (views.equals("given")) {
      settings.addAll(
          List.of(
              "views=null",
              "views.use=fixed-views",
              "views.rows=" + rows,
              "views.shape=[3, 32, 32]"));
    }
    return settings;
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step() {
    StopRequest stop = new StopRequest();
    TrainingListener counter =
        new TrainingListener() {
          @Override
          public void onStep(Progress progress, int samples) {
            if (progress.step() == STEPS - 1) {
              stop.make();
            }
          }
        };
    try (TrainingLoop loop = requireNonNull(training).loop(counter, stop)) {
      KernelProfiler.CLOCK.steps(STEPS, () -> runUntilStopped(loop));
    }
  }

  private static void runUntilStopped(TrainingLoop loop) {
    try {
      loop.run();
    } catch (StoppedException asked) {
      return;
    }
    throw new IllegalStateException("the epoch ended before the steps were done");
  }

  @TearDown
  public void close() {
    requireNonNull(training).close();
  }
}
