package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Batch;
import io.dyad.api.Data;
import io.dyad.api.DataSourceProvider;
import io.dyad.api.EncoderProvider;
import io.dyad.api.LossProvider;
import io.dyad.api.PairSamplerProvider;
import io.dyad.api.ProcedureProvider;
import io.dyad.api.Progress;
import io.dyad.api.ViewGeneratorProvider;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.kernel.ScriptKernels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An experiment of {@link FakeParts}, described by settings over a small one. */
public final class FakeRun implements AutoCloseable {
  private static final String BASE =
      """
      name = fake
      seed = 3
      device = cpu
      data = points
      views = multiples
      encoder { use = linear, weight = 0.5 }
      loss = quadratic
      pairs = everything
      train {
        epochs = 1
        batch-size = 4
        optimizer { algorithm = sgd, learning-rate = 0.1, momentum = 0 }
        schedule.shape = constant
      }
      monitors.collapse = false
      """;

  private final ScriptKernels kernels;
  private final NDManager manager;
  private final Assembly assembly;

  private FakeRun(ScriptKernels kernels, NDManager manager, Assembly assembly) {
    this.kernels = kernels;
    this.manager = manager;
    this.assembly = assembly;
  }

  /** Returns an experiment; settings are lines of its file. */
  public static FakeRun of(String... settings) {
    Engines.start("cpu", "1");
    ScriptKernels kernels = new ScriptKernels(Device.cpu());
    NDManager manager = NDManager.newBaseManager(Device.cpu());
    try {
      Path folder = Files.createTempDirectory("fake");
      Path file = folder.resolve("fake.conf");
      Files.writeString(file, BASE + String.join("\n", settings));
      return new FakeRun(
          kernels,
          manager,
          Assembler.assemble(
              ExperimentFile.load(file.toString(), List.of(), plugins(folder)), manager, kernels));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      manager.close();
      kernels.close();
      throw e;
    }
  }

  private static Plugins plugins(Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Map<Class<?>, List<Class<?>>> fakes = new LinkedHashMap<>();
    fakes.put(DataSourceProvider.class, List.of(FakeParts.Points.class, FakeGraphs.Ring.class));
    fakes.put(
        ViewGeneratorProvider.class, List.of(FakeParts.Multiples.class, FakeGraphs.Thinned.class));
    fakes.put(
        EncoderProvider.class,
        List.of(FakeParts.Linear.class, FakeWaves.Waves.class, FakeGraphs.Neighbours.class));
    fakes.put(PairSamplerProvider.class, List.of(FakeObjectives.Everything.class));
    fakes.put(
        LossProvider.class, List.of(FakeObjectives.Quadratic.class, FakeWaves.AllPairs.class));
    fakes.put(ProcedureProvider.class, List.of(FakeObjectives.Turns.class));
    for (Map.Entry<Class<?>, List<Class<?>>> fake : fakes.entrySet()) {
      Files.write(
          services.resolve(fake.getKey().getName()),
          fake.getValue().stream().map(Class::getName).toList());
    }
    return Plugins.load(
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, FakeRun.class.getClassLoader()));
  }

  /** Returns the parts. */
  public Assembly assembly() {
    return assembly;
  }

  TrainingLoop loop(TrainingListener listener) {
    return loop(listener, new StopRequest());
  }

  TrainingLoop loop(TrainingListener listener, StopRequest stop) {
    Evaluations evaluations = new Evaluations(assembly);
    return new TrainingLoop(assembly, kernels, evaluations::one, listener, stop);
  }

  Trainer trainer() {
    return trainer(1);
  }

  Trainer trainer(long readEvery) {
    return new Trainer(assembly, kernels, new Evaluations(assembly)::one, readEvery);
  }

  /** Makes so many steps on the first batches of the first epoch, over and over. */
  Map<String, Double> steps(Trainer trainer, int count) {
    return steps(trainer, 0, count, true);
  }

  /** Makes the steps from one to before another. */
  Map<String, Double> steps(Trainer trainer, int from, int to, boolean reported) {
    Map<String, Double> values = Map.of();
    for (int step = from; step < to; step++) {
      values = step(trainer, Progress.of(0, 1, step, to), reported).values();
    }
    return values;
  }

  StepReport step(Trainer trainer, Progress progress, boolean reported) {
    try (NDManager own = assembly.manager().newSubManager()) {
      PartContext context = assembly.frames().evaluation(own).step("data");
      Batch batch = assembly.data().batch(Data.TRAIN, 0, progress.step() % 2, context);
      return trainer.step(batch, progress, reported);
    }
  }

  /** Returns all arrays by name as numbers. */
  static Map<String, float[]> numbers(Map<String, NDArray> tensors) {
    Map<String, float[]> numbers = new LinkedHashMap<>();
    tensors.forEach((name, array) -> numbers.put(name, array.toFloatArray()));
    return numbers;
  }

  float[] parameter(String name) {
    return requireNonNull(assembly.parameters().get(name)).toFloatArray();
  }

  /** Returns the kernels. */
  public ScriptKernels kernels() {
    return kernels;
  }

  @Override
  public void close() {
    assembly.close();
    manager.close();
    kernels.close();
  }
}
