package io.dyad.runtime.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What parts published between epochs, by name: copies, owned here. */
final class PublishedValues {
  private final NDManager manager;
  private final Map<String, NDArray> values = new LinkedHashMap<>();

  PublishedValues(NDManager manager) {
    this.manager = manager;
  }

  /** Returns the values as they are now and will be. */
  Map<String, NDArray> values() {
    return Collections.unmodifiableMap(values);
  }

  void put(String name, NDArray value) {
    NDArray replaced = values.put(name, OwnedCopy.of(value, manager));
    if (replaced != null) {
      replaced.close();
    }
  }

  /** Makes these the only values. */
  void restore(Map<String, NDArray> saved) {
    values.values().forEach(NDArray::close);
    values.clear();
    saved.forEach(this::put);
  }
}
