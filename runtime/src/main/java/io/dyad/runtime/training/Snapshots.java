package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.dyad.api.ConfigurationException;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of all arrays of a run by name, and masks that hold parameters at zero. */
final class Snapshots implements AutoCloseable {
  private final TrainingState state;
  private final Map<String, NDArray> parameters;
  private final NDManager manager;
  private final Map<String, Map<String, NDArray>> taken = new LinkedHashMap<>();
  private final Map<String, NDArray> masks = new LinkedHashMap<>();

  Snapshots(TrainingState state, Map<String, NDArray> parameters, NDManager manager) {
    this.state = state;
    this.parameters = parameters;
    this.manager = manager;
  }

  void take(String name) {
    Map<String, NDArray> copies = new LinkedHashMap<>();
    try (GradientMode ignored = GradientMode.disabled()) {
      state.tensors().forEach((key, array) -> copies.put(key, own(array)));
    }
    Map<String, NDArray> replaced = taken.put(name, copies);
    if (replaced != null) {
      replaced.values().forEach(NDArray::close);
    }
  }

  void putBack(String name) {
    Map<String, NDArray> copies = taken.get(name);
    if (copies == null) {
      throw new ConfigurationException(
          "there is no snapshot \"%s\" to rewind to; there is %s".formatted(name, taken.keySet()));
    }
    try (GradientMode ignored = GradientMode.disabled()) {
      state.restore(copies);
    }
    apply();
  }

  void mask(Map<String, NDArray> newMasks) {
    newMasks.forEach(
        (name, mask) -> {
          if (!parameters.containsKey(name)) {
            throw new ConfigurationException("there is no parameter \"" + name + "\" to mask");
          }
          NDArray replaced = masks.put(name, own(mask));
          if (replaced != null) {
            replaced.close();
          }
        });
    apply();
  }

  /** Returns the arrays a checkpoint must hold beside the run's state. */
  Map<String, NDArray> tensors() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    masks.forEach((name, mask) -> all.put("mask/" + name, mask));
    taken.forEach(
        (snapshot, copies) ->
            copies.forEach((name, array) -> all.put("snapshot/" + snapshot + "/" + name, array)));
    return all;
  }

  /** Sets masked parameters to zero. */
  void apply() {
    if (masks.isEmpty()) {
      return;
    }
    try (GradientMode ignored = GradientMode.disabled()) {
      masks.forEach((name, mask) -> requireNonNull(parameters.get(name)).muli(mask));
    }
  }

  private NDArray own(NDArray array) {
    NDArray copy = array.stopGradient().duplicate();
    copy.attach(manager);
    NDScope.unregister(copy);
    return copy;
  }

  @Override
  public void close() {
    manager.close();
  }
}
