package io.dyad.benchmark;

import ai.djl.ndarray.NDManager;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.training.Assembler;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * A step of {@code conv4} beside threads that are as busy as loaders that decode: what {@code
 * engine.threads = auto} avoids.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 5, time = 1)
public class BusyThreadsBenchmark {
  private static final int STEPS = 10;

  /** Threads of one operation. */
  @Param({"1", "2"})
  private String threads = "";

  /** Other busy threads. */
  @Param({"0", "1", "2"})
  private int busy;

  private final List<AutoCloseable> closed = new ArrayList<>();
  private final List<Assembly> assemblies = new ArrayList<>();
  private final List<ScriptKernels> kernels = new ArrayList<>();
  private volatile boolean over;
  private volatile long result;

  /** Makes the parts and starts the other threads. */
  @Setup
  public void open() {
    Plugins plugins = Plugins.load(BusyThreadsBenchmark.class.getClassLoader());
    List<String> settings =
        List.of("data.use=scattered-digits", "train.epochs=1", "monitors.collapse=false");
    LoadedExperiment loaded = ExperimentFile.load("fashion", settings, plugins);
    ScriptKernels compiled = new ScriptKernels(Engines.start("cpu", threads).device());
    NDManager manager = NDManager.newBaseManager();
    Assembly assembly = Assembler.assemble(loaded, manager, compiled);
    closed.addAll(List.of(assembly, manager, compiled));
    assemblies.add(assembly);
    kernels.add(compiled);
    for (int i = 0; i < busy; i++) {
      Thread thread = new Thread(this::compute, "busy");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void compute() {
    while (!over) {
      long sum = 0;
      for (int i = 0; i < 1_000_000; i++) {
        sum += sum * 31 + i;
      }
      result = sum;
    }
  }

  /** Trains for an epoch; returns what the other threads did last. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long step() {
    try (TrainingLoop loop =
        new TrainingLoop(
            assemblies.get(0),
            kernels.get(0),
            evaluator -> List.of(),
            new TrainingListener() {},
            new StopRequest())) {
      loop.run();
    }
    return result;
  }

  /** Frees the parts and ends the other threads. */
  @TearDown
  public void close() throws Exception {
    over = true;
    for (AutoCloseable each : closed) {
      each.close();
    }
  }
}
