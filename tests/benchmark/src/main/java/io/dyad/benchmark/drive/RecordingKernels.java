package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import io.dyad.api.Kernels;
import java.util.Map;
import java.util.TreeMap;

/** Kernels that keep their sources and tell of every call. */
final class RecordingKernels implements Kernels {
  private final Kernels kernels;
  private final CallListener listener;
  private final Map<String, String> sources = new TreeMap<>();

  RecordingKernels(Kernels kernels, CallListener listener) {
    this.kernels = kernels;
    this.listener = listener;
  }

  @Override
  public synchronized Kernel compile(String name, String source) {
    String other = sources.putIfAbsent(name, source);
    if (other != null && !other.equals(source)) {
      throw new IllegalStateException("two kernels are called " + name);
    }
    return new RecordingKernel(kernels.compile(name, source), listener);
  }

  /** Returns the sources by the names of their kernels. */
  Map<String, String> sources() {
    return sources;
  }

  private record RecordingKernel(Kernel kernel, CallListener listener) implements Kernel {
    @Override
    public String name() {
      return kernel.name();
    }

    @Override
    public NDList call(String function, Object... arguments) {
      listener.called(kernel, function, arguments);
      NDList results = kernel.call(function, arguments);
      listener.returned(kernel, results);
      return results;
    }
  }
}
