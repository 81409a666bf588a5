package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import io.dyad.runtime.kernel.ScriptKernels;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Kernels that keep their archives and tell a recorder of every call. */
final class RecordingKernels implements Kernels {
  private final Kernels kernels;
  private final StepRecorder recorder;
  private final Map<String, byte[]> archives = new TreeMap<>();

  RecordingKernels(Kernels kernels, StepRecorder recorder) {
    this.kernels = kernels;
    this.recorder = recorder;
  }

  @Override
  public synchronized Kernel compile(String name, String source) {
    byte[] archive = ScriptKernels.archive(name, source);
    byte[] other = archives.putIfAbsent(name, archive);
    if (other != null && !Arrays.equals(other, archive)) {
      throw new IllegalStateException("two kernels are called " + name);
    }
    return new RecordingKernel(kernels.compile(name, source), recorder);
  }

  /** Returns the archives by the names of their kernels. */
  Map<String, byte[]> archives() {
    return archives;
  }

  private record RecordingKernel(Kernel kernel, StepRecorder recorder) implements Kernel {
    @Override
    public String name() {
      return kernel.name();
    }

    @Override
    public NDList call(String function, Object... arguments) {
      recorder.called(kernel.name(), function, arguments);
      NDList results = kernel.call(function, arguments);
      recorder.returned(results);
      return results;
    }
  }
}
