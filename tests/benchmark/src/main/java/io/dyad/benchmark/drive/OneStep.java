package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.benchmark.clock.KernelProfiler;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.kernel.GradientMode;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.training.Assembler;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import io.dyad.runtime.training.TemporaryArrays;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingLoop;
import java.util.ArrayList;
import java.util.List;

/**
 * The first step of an experiment, encode, contrast and update, to be taken over and over on the
 * same rows: as the calls that the training loop makes, or as one call of one program made of the
 * same sources.
 */
public final class OneStep implements AutoCloseable {
  private final ScriptKernels compiled;
  private final NDManager manager;
  private final Assembly assembly;
  private final TrainingLoop loop;
  private final StepCalls calls;
  private final Kernel joined;
  private final Object[] together;

  /** Takes the first step of a preset in the training loop. */
  public OneStep(String preset, List<String> settings) {
    Plugins plugins = Plugins.load(OneStep.class.getClassLoader());
    LoadedExperiment loaded = ExperimentFile.load(preset, settings, plugins);
    RunningEngine engine =
        Engines.start(loaded.experiment().device(), loaded.experiment().engine().threads());
    compiled = new ScriptKernels(engine.device());
    manager = NDManager.newBaseManager(engine.device());
    calls = new StepCalls(manager);
    Kernels timed = KernelProfiler.CLOCK.kernels().timed(compiled);
    RecordingKernels kernels = new RecordingKernels(timed, calls);
    assembly = Assembler.assemble(loaded, manager, kernels);
    StopRequest stop = new StopRequest();
    stop.make();
    loop =
        new TrainingLoop(
            assembly, kernels, evaluator -> List.of(), new TrainingListener() {}, stop);
    calls.begin();
    try {
      loop.run();
    } catch (StoppedException asked) {
      calls.end();
    }
    joined = timed.compile("joined", new JoinedSource(kernels.sources()).of(calls.all()));
    together = together();
  }

  private Object[] together() {
    List<Object> arguments = new ArrayList<>(List.of(calls.rows()));
    for (StepCall call : calls.all()) {
      for (int i = 0; i < call.arguments().length; i++) {
        if (!call.isFlow(i)) {
          arguments.add(call.arguments()[i]);
        }
      }
    }
    return arguments.toArray();
  }

  /** Takes the step in one call and returns the loss before it. */
  public float joined() {
    try (TemporaryArrays memory = new TemporaryArrays(manager);
        GradientMode mode = GradientMode.enabled()) {
      return joined.call("step", together).singletonOrThrow().getFloat();
    }
  }

  /** Takes the step in a call for each part and returns the loss before it. */
  public float separate() {
    try (TemporaryArrays memory = new TemporaryArrays(manager);
        GradientMode mode = GradientMode.enabled()) {
      NDArray flow = calls.rows();
      float loss = 0;
      for (StepCall call : calls.all()) {
        if (call.isUpdate()) {
          loss = update(call, flow);
        } else {
          flow = run(call, flow).singletonOrThrow();
        }
      }
      return loss;
    }
  }

  private float update(StepCall call, NDArray loss) {
    try (GradientMode mode = GradientMode.disabled()) {
      run(call, loss);
      return loss.getFloat();
    }
  }

  private NDList run(StepCall call, NDArray flow) {
    Object[] arguments = call.arguments().clone();
    for (int i = 0; i < arguments.length; i++) {
      if (call.isFlow(i)) {
        arguments[i] = arguments[i] instanceof NDList views ? flow.split(views.size()) : flow;
      }
    }
    return call.kernel().call(call.function(), arguments);
  }

  @Override
  public void close() {
    loop.close();
    assembly.close();
    manager.close();
    compiled.close();
  }
}
