package io.dyad.runtime.session;

import ai.djl.ndarray.NDManager;
import com.google.inject.Injector;
import io.dyad.api.Kernels;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.training.Assembler;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.wiring.EngineModule;
import io.dyad.runtime.wiring.ExperimentModule;
import io.dyad.runtime.wiring.PluginModule;
import io.dyad.runtime.wiring.Wiring;
import java.util.function.UnaryOperator;

/** An experiment wired and made, on a running engine. Owns all native memory. */
public final class Session implements AutoCloseable {
  private final ScriptKernels kernels;
  private final NDManager manager;
  private final Injector injector;
  private final Assembly assembly;

  private Session(ScriptKernels kernels, NDManager manager, Assembly assembly, Injector injector) {
    this.kernels = kernels;
    this.manager = manager;
    this.assembly = assembly;
    this.injector = injector;
  }

  /**
   * Starts the engine and makes all parts.
   *
   * @throws io.dyad.api.DyadException if the device, the data or a need of a part is not there
   */
  public static Session open(Plugins plugins, LoadedExperiment loaded) {
    return open(plugins, loaded, UnaryOperator.identity());
  }

  /**
   * Starts the engine and makes all parts of kernels that somebody watches.
   *
   * @param watched puts something around the kernels of all parts
   * @throws io.dyad.api.DyadException as {@link #open(Plugins, LoadedExperiment)} does
   */
  public static Session open(
      Plugins plugins, LoadedExperiment loaded, UnaryOperator<Kernels> watched) {
    Experiment experiment = loaded.experiment();
    String threads = experiment.engine().threads();
    RunningEngine started = Engines.start(experiment.device(), threads);
    ScriptKernels compiled = new ScriptKernels(started.device());
    Kernels kernels = watched.apply(compiled);
    NDManager manager = NDManager.newBaseManager(started.device());
    try {
      Assembly assembly = Assembler.assemble(loaded, manager, kernels);
      RunningEngine engine = Engines.share(started, threads, assembly.data().loaders());
      return new Session(
          compiled,
          manager,
          assembly,
          Wiring.injector(
              new EngineModule(engine, experiment.seed(), kernels),
              new PluginModule(plugins),
              new ExperimentModule(loaded),
              binder -> binder.bind(Assembly.class).toInstance(assembly)));
    } catch (RuntimeException | Error e) {
      manager.close();
      compiled.close();
      throw e;
    }
  }

  /** Returns the parts. */
  public Assembly assembly() {
    return assembly;
  }

  /**
   * Returns an instance that is wired with this session's engine, plugins, experiment and parts.
   */
  public <T> T get(Class<T> type) {
    return Wiring.instance(injector, type);
  }

  @Override
  public void close() {
    assembly.close();
    manager.close();
    kernels.close();
  }
}
