package io.dyad.benchmark.drive;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.dyad.api.Kernel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes the calls of each step that the training thread makes. */
final class StepRecorder implements CallListener {
  private final ArrayFile file;
  private final Set<String> kernels;
  private final Set<String> readers;
  private final Map<String, String> lasting;
  private final Thread thread = Thread.currentThread();
  private final Set<String> results = new HashSet<>();
  private final List<List<RecordedCall>> steps = new ArrayList<>();
  private List<RecordedCall> calls = new ArrayList<>();
  private boolean recording;

  /**
   * Creates a recorder.
   *
   * @param kernels those whose calls are noted
   * @param readers of them, those that arrays from outside go to: images and draws, which are
   *     written
   */
  StepRecorder(ArrayFile file, Set<String> kernels, Set<String> readers) {
    this.file = file;
    this.kernels = kernels;
    this.readers = readers;
    this.lasting = new HashMap<>();
  }

  /** Begins, with the arrays that last by name; what was called before belongs to no step. */
  void begin(Map<String, NDArray> tensors) {
    tensors.forEach((name, array) -> lasting.put(array.getUid(), name));
    recording = true;
  }

  void endStep() {
    steps.add(calls);
    calls = new ArrayList<>();
    results.clear();
  }

  List<List<RecordedCall>> steps() {
    return steps;
  }

  @Override
  public void called(Kernel kernel, String function, Object... arguments) {
    if (counts(kernel)) {
      List<Object> noted = new ArrayList<>();
      for (Object argument : arguments) {
        noted.add(noted(kernel.name(), argument));
      }
      calls.add(new RecordedCall(kernel.name(), function, noted));
    }
  }

  @Override
  public void returned(Kernel kernel, NDList arrays) {
    if (counts(kernel)) {
      arrays.forEach(array -> results.add(array.getUid()));
    }
  }

  private boolean counts(Kernel kernel) {
    return recording && Thread.currentThread() == thread && kernels.contains(kernel.name());
  }

  private Object noted(String kernel, Object argument) {
    if (argument instanceof NDList list) {
      return Map.of(
          "list", list.stream().map(one -> noted(kernel, one)).collect(Collectors.toList()));
    }
    if (!(argument instanceof NDArray array)) {
      return argument;
    }
    String name = lasting.get(array.getUid());
    if (name != null) {
      return Map.of("array", name);
    }
    if (readers.contains(kernel) && !results.contains(array.getUid())) {
      return Map.of("given", file.add(array));
    }
    return Map.of("flow", array.getShape().getShape());
  }
}
