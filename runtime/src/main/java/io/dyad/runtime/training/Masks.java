package io.dyad.runtime.training;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.api.ConfigurationException;
import io.dyad.runtime.kernel.GradientMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds parameters at zero where their mask is zero. */
final class Masks {
  private final Map<String, NDArray> parameters;
  private final NDManager manager;
  private final Map<String, NDArray> masks = new LinkedHashMap<>();

  /**
   * Creates it without masks.
   *
   * @param parameters by full name
   * @param manager owns copies of the masks
   */
  Masks(Map<String, NDArray> parameters, NDManager manager) {
    this.parameters = parameters;
    this.manager = manager;
  }

  /**
   * Replaces the masks of these parameters, and applies all.
   *
   * @throws ConfigurationException if there is no such parameter, or a mask has another shape
   */
  void put(Map<String, NDArray> added) {
    added.forEach(this::check);
    added.forEach(
        (name, mask) -> {
          NDArray replaced = masks.put(name, OwnedCopy.of(mask, manager));
          if (replaced != null) {
            replaced.close();
          }
        });
    apply();
  }

  private void check(String name, NDArray mask) {
    NDArray parameter = parameters.get(name);
    if (parameter == null) {
      throw NamePattern.unknown("the mask", name, parameters.keySet());
    }
    if (!parameter.getShape().equals(mask.getShape())) {
      throw new ConfigurationException(
          "the mask of %s has shape %s, the parameter %s"
              .formatted(name, mask.getShape(), parameter.getShape()));
    }
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

  /** Returns the masks by parameter. */
  Map<String, NDArray> tensors() {
    return Collections.unmodifiableMap(masks);
  }

  /** Makes these the only masks. */
  void restore(Map<String, NDArray> saved) {
    masks.values().forEach(NDArray::close);
    masks.clear();
    put(saved);
  }
}
