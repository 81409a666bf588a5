package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.dyad.runtime.kernel.GradientMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What some parts keep beside parameters, as it was at a moment. */
final class PartStates {
  private final Map<Part<?>, Map<String, NDArray>> states = new LinkedHashMap<>();

  /**
   * Remembers the state of parts.
   *
   * @param manager owns the copies
   */
  PartStates(List<Part<?>> parts, NDManager manager) {
    for (Part<?> part : parts) {
      Map<String, NDArray> copies = new LinkedHashMap<>();
      part.component()
          .state()
          .forEach((name, array) -> copies.put(name, OwnedCopy.of(array, manager)));
      if (!copies.isEmpty()) {
        states.put(part, copies);
      }
    }
  }

  /** Puts the state back. */
  void restore() {
    try (GradientMode ignored = GradientMode.disabled()) {
      states.forEach((part, copies) -> part.component().restore(copies));
    }
  }
}
