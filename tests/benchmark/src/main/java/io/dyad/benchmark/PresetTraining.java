package io.dyad.benchmark;

import ai.djl.ndarray.NDManager;
import io.dyad.api.Kernels;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.training.Assembler;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingLoop;
import java.util.List;

/** The parts of a preset, which every loop made here trains further; its kernels are timed. */
final class PresetTraining implements AutoCloseable {
  private final ScriptKernels compiled;
  private final Kernels kernels;
  private final NDManager manager;
  private final Assembly assembly;

  PresetTraining(String preset, List<String> settings) {
    Plugins plugins = Plugins.load(PresetTraining.class.getClassLoader());
    LoadedExperiment loaded = ExperimentFile.load(preset, settings, plugins);
    RunningEngine engine =
        Engines.start(loaded.experiment().device(), loaded.experiment().engine().threads());
    compiled = new ScriptKernels(engine.device());
    kernels = KernelProfiler.CLOCK.kernels().timed(compiled);
    manager = NDManager.newBaseManager(engine.device());
    assembly = Assembler.assemble(loaded, manager, kernels);
  }

  TrainingLoop loop(TrainingListener listener, StopRequest stop) {
    return new TrainingLoop(assembly, kernels, evaluator -> List.of(), listener, stop);
  }

  @Override
  public void close() {
    assembly.close();
    manager.close();
    compiled.close();
  }
}
