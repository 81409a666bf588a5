package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dyad.runtime.discovery.Plugins;
import io.dyad.runtime.engine.Engines;
import io.dyad.runtime.engine.RunningEngine;
import io.dyad.runtime.experiment.Experiment;
import io.dyad.runtime.experiment.ExperimentFile;
import io.dyad.runtime.experiment.LoadedExperiment;
import io.dyad.runtime.kernel.ScriptKernels;
import io.dyad.runtime.training.Assembler;
import io.dyad.runtime.training.Assembly;
import io.dyad.runtime.training.StepReport;
import io.dyad.runtime.training.StopRequest;
import io.dyad.runtime.training.StoppedException;
import io.dyad.runtime.training.TrainingListener;
import io.dyad.runtime.training.TrainingLoop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trains ten steps of the preset {@code drive} and writes them into a folder: {@code RecordSteps
 * FOLDER [SETTING...]}, settings as {@code dyad train --set} takes them.
 *
 * <p>The folder then has an archive for each kernel, {@code arrays.bin}, and {@code
 * recording.json}: where the arrays lie, the calls of each step, and the losses.
 */
public final class RecordSteps {
  private static final int STEPS = 10;
  private static final Set<String> READERS = Set.of("image-operations");
  private static final Set<String> KERNELS =
      Set.of("image-operations", "convolution", "mlp", "info-nce", "optimizer", "moving-average");

  private RecordSteps() {}

  /** Writes the folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<String> settings = Arrays.asList(arguments).subList(1, arguments.length);
    Plugins plugins = Plugins.load(RecordSteps.class.getClassLoader());
    record(ExperimentFile.load("drive", settings, plugins), folder);
  }

  private static void record(LoadedExperiment loaded, Path folder) throws IOException {
    Experiment experiment = loaded.experiment();
    RunningEngine engine = Engines.start(experiment.device(), experiment.engine().threads());
    try (ArrayFile file = new ArrayFile(folder.resolve("arrays.bin"));
        ScriptKernels compiled = new ScriptKernels(engine.device());
        NDManager manager = NDManager.newBaseManager(engine.device())) {
      StepRecorder recorder = new StepRecorder(file, KERNELS, READERS);
      RecordingKernels kernels = new RecordingKernels(compiled, recorder);
      Map<String, Object> recording = new LinkedHashMap<>();
      recording.put("torch", engine.version());
      recording.put("batch", experiment.train().batchSize());
      try (Assembly assembly = Assembler.assemble(loaded, manager, kernels)) {
        train(assembly, kernels, recorder, file, recording);
      }
      Map<String, String> sources = kernels.sources();
      sources.keySet().retainAll(KERNELS);
      for (Map.Entry<String, String> kernel : sources.entrySet()) {
        byte[] archive = ScriptKernels.archive(kernel.getKey(), kernel.getValue());
        Files.write(folder.resolve(kernel.getKey() + ".pt"), archive);
      }
      JsonMapper.builder().build().writeValue(folder.resolve("recording.json").toFile(), recording);
    }
  }

  private static void train(
      Assembly assembly,
      RecordingKernels kernels,
      StepRecorder recorder,
      ArrayFile file,
      Map<String, Object> recording) {
    List<Double> losses = new ArrayList<>();
    StopRequest stop = new StopRequest();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onFigures(StepReport report) {
            losses.add(report.values().get("loss"));
            recorder.endStep();
            if (losses.size() == STEPS) {
              stop.make();
            }
          }
        };
    try (TrainingLoop loop =
        new TrainingLoop(assembly, kernels, evaluator -> List.of(), listener, stop)) {
      Map<String, ArrayFile.Place> places = new LinkedHashMap<>();
      loop.state().tensors().forEach((name, array) -> places.put(name, file.add(array)));
      recording.put("arrays", places);
      recorder.begin(loop.state().tensors());
      loop.run();
    } catch (StoppedException asked) {
      recording.put("losses", losses);
      recording.put("steps", recorder.steps());
    }
  }
}
